using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Changes;

namespace UnionBot.Tests.Chat.Understanding.Changes;

/// <summary>What staff changed, exported and shipped with the next version, while their changes are still in the database.</summary>
public sealed class ExportRoundTripTests : IDisposable
{
    private const string Trades = "understanding/words/trades.txt";
    private const string Leave = "knowledge/annual-leave.md";

    private static readonly AddedSentence[] Added = [new("answer/annual-leave", "呜啦哇啦本本咧"), new("intent/join_union", "俺想整个那啥本本儿咧")];

    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    [Fact]
    public void The_export_as_the_next_version_says_the_same_and_leaves_nothing_to_merge()
    {
        StaffTemplate[] changes =
        [
            Change(1, Trades, "[建筑施工]\n", "[建筑施工]\n呜啦工: 呜啦匠\n"),
            Change(2, Leave, "\"年假有几天\"", "\"年假有几天呀\""),
        ];
        var first = Path.Combine(_folder, "first");
        TemplateExport.Write(Tree.Templates, first, Merged(Tree.Templates, changes), Added);

        var again = Merged(first, changes);
        Assert.All(again, merged => Assert.Equal((null, null), (merged.Text, merged.Conflict)));
        Assert.Empty(UnderstandingFiles.Read(first, demo: false).ConflictsWith(Added));

        var second = Path.Combine(_folder, "second");
        TemplateExport.Write(first, second, again, Added);
        Assert.Equal(Files(first), Files(second));
        Assert.Contains("呜啦匠", File.ReadAllText(Path.Combine(second, Trades)), StringComparison.Ordinal);
        Assert.Contains("呜啦哇啦本本咧", File.ReadAllText(Path.Combine(second, Leave)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static StaffTemplate Change(long number, string path, string old, string with)
    {
        var shipped = TemplateMerge.Shipped(Tree.Templates, path)!;
        Assert.Contains(old, shipped, StringComparison.Ordinal);
        return new StaffTemplate(number, path, shipped, shipped.Replace(old, with, StringComparison.Ordinal));
    }

    private static MergedTemplate[] Merged(string templates, StaffTemplate[] changes) => [.. changes.Select(c => TemplateMerge.Of(templates, c))];

    private static Dictionary<string, string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
}
