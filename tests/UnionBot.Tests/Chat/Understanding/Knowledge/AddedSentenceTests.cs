using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding.Knowledge;

public sealed class AddedSentenceTests
{
    private const string Dialect = "俺想整个那啥本本儿咧";

    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly DateTimeOffset Now = Talk.China("2026-11-21 10:00");

    private static readonly AddedSentence[] Added =
    [
        new("intent/join_union", Dialect), new("answer/annual-leave", "呜啦哇啦本本咧"), new("urgent/fire", "咕噜咕噜罐子咧"),
    ];

    [Fact]
    public void What_staff_added_is_understood_at_once_and_exported_as_files_that_say_the_same()
    {
        Holds(UnderstandingFiles.Read(Tree.Templates, demo: false).Learn(Added));

        var folder = Path.Combine(Directory.CreateTempSubdirectory("export").FullName, "templates");
        TemplateExport.Write(Tree.Templates, folder, [], Added);
        Holds(UnderstandingFiles.Read(folder, demo: false).Learn());
        TemplateExport.Write(folder, folder + "-again", [], Added);
        Assert.Equal(Files(folder), Files(folder + "-again"));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Theory]
    [InlineData("intent/greet", "产假有几天", null)]
    [InlineData("intent/no_such", "来一个", "no such intent")]
    [InlineData("answer/no-such", "来一个", "no such answer")]
    [InlineData("else/greet", "来一个", "no such intent")]
    [InlineData("urgent/flood", "来一个", "no such danger")]
    [InlineData("urgent/join_union", "来一个", "no such danger")]
    [InlineData("answer/severance", "年假有几天", "answer/annual-leave")]
    [InlineData("answer/annual-leave", "年假有几天", null)]
    public void What_the_files_say_otherwise_is_a_conflict(string target, string text, string? reason)
    {
        var conflicts = AddedSentences.ConflictsIn(Tree.Templates, [new AddedSentence(target, text)]);

        if (reason is null) Assert.Empty(conflicts);
        else Assert.Contains(reason, Assert.Single(conflicts).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone() =>
        Assert.Throws<IOException>(() => TemplateExport.Write(Tree.Templates, Tree.Templates, [], Added));

    private static void Holds(LoadedUnderstanding learnt)
    {
        Assert.Empty(learnt.Conflicts);
        Assert.Equal(Intent.JoinUnion, learnt.Interpreter.Interpret(TextNormaliser.Normalise(Dialect), Now).Intent);
        Assert.Equal(CrisisKind.Fire, learnt.Interpreter.Interpret(TextNormaliser.Normalise(Added[2].Text), Now).Danger);
        Assert.Equal("annual-leave", learnt.Knowledge.Match(TextNormaliser.Normalise(Added[1].Text), Today).Best?.Id);
    }

    private static Dictionary<string, string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
}
