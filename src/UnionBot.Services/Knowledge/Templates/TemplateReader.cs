using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Changes;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>Reads the templates with what staff changed, and leaves out what cannot be read.</summary>
public sealed class TemplateReader(DataFolder shipped, UnderstandingFiles files, WordTables tables, IServiceScopeFactory scopes)
{
    /// <summary>All versions that can be read; the others are conflicts, and the shipped files are in force.</summary>
    public TemplateSet Read(IReadOnlyList<StaffTemplate> versions)
    {
        if (versions.Count == 0) return new TemplateSet(files, tables.Shipped);

        MergedTemplate[] merged = [.. versions.Select(version => TemplateMerge.Of(shipped.Path, version))];
        var conflicts = merged.Where(m => m.Conflict is not null).Select(m => new TemplateConflict(m.Version, m.Conflict!, IsInForce: true)).ToList();
        try
        {
            return ReadAll(merged) with { Conflicts = conflicts };
        }
        catch (BrokenFileException)
        {
            return ReadOneByOne(merged, conflicts);
        }
    }

    /// <summary>Which file is to blame shows when each is tried over those before it.</summary>
    private TemplateSet ReadOneByOne(IReadOnlyList<MergedTemplate> merged, List<TemplateConflict> conflicts)
    {
        var (whole, set) = (new List<MergedTemplate>(), new TemplateSet(files, tables.Shipped));
        foreach (var next in merged)
        {
            try
            {
                set = ReadAll([.. whole, next]);
                whole.Add(next);
            }
            catch (BrokenFileException broken)
            {
                conflicts.RemoveAll(c => c.Version == next.Version);
                conflicts.Add(new TemplateConflict(next.Version, broken.Message, IsInForce: false));
            }
        }

        return set with { Conflicts = conflicts };
    }

    private TemplateSet ReadAll(IReadOnlyList<MergedTemplate> merged)
    {
        using var folder = MergedFolder.Write(shipped.Path, merged);
        try
        {
            var set = new TemplateSet(files.ReadOther(folder.Path), tables.Read(new DataFolder(folder.Path))) { Merged = merged };
            using var scope = scopes.CreateScope();
            set.Tables.GetRequiredService<Vocabulary>().Check(scope.ServiceProvider.GetServices<IDialog>());
            return set;
        }
        catch (BrokenFileException broken)
        {
            throw folder.Named(broken);
        }
        catch (Exception missing) when (missing is KeyNotFoundException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            // What readers of files that come with the program take for granted.
            throw new BrokenFileException("templates", 1, $"Something that is needed is missing, or stands twice: {missing.Message}", missing);
        }
    }
}
