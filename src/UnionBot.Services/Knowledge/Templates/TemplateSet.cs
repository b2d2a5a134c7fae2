using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Changes;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>All that was read from the templates with what staff changed, and not yet learnt.</summary>
/// <param name="Tables">See <see cref="WordTables"/>.</param>
public sealed record TemplateSet(UnderstandingFiles Files, IServiceProvider Tables)
{
    /// <summary>The staff versions in force.</summary>
    public IReadOnlyList<MergedTemplate> Merged { get; init; } = [];

    /// <summary>Those that staff should look at, in force or not.</summary>
    public IReadOnlyList<TemplateConflict> Conflicts { get; init; } = [];
}
