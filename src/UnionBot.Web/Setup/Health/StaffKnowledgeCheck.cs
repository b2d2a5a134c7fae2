using UnionBot.Services.Knowledge.Review;
using UnionBot.Services.Knowledge.Templates;

namespace UnionBot.Web.Setup.Health;

/// <summary>What staff changed fits the files that came with this version.</summary>
internal sealed class StaffKnowledgeCheck(IServiceScopeFactory scopes, TemplateReader reader) : IOperatorCheck
{
    public string Name => "staff-changes";

    public bool OnlyWarns => true;

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var set = reader.Read(await scope.ServiceProvider.GetRequiredService<StaffTemplateBook>().ReadAsync(ct));
        var added = await scope.ServiceProvider.GetRequiredService<AddedSentenceBook>().ReadAsync(ct);
        var count = set.Conflicts.Count + set.Files.ConflictsWith([.. added.Select(a => a.Sentence)]).Count;
        return count == 0
            ? null
            : $"{count} of the changes by staff do not fit the files of this version. See them by: knowledge conflicts. " +
                "To settle one, take it back (templates withdraw, knowledge withdraw), or write the file with " +
                "export-templates, edit it and give it again (templates change).";
    }
}
