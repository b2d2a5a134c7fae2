using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class VocabularyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vocabulary").FullName;

    [Fact]
    public void Data_and_code_speak_of_the_same_dialogs() => ToyTalk.Vocabulary.Check(ToyTalk.Dialogs);

    [Fact]
    public void An_entry_without_a_dialog_is_refused_with_its_line()
    {
        var broken = Assert.Throws<BrokenFileException>(() => ToyTalk.Vocabulary.Check(ToyTalk.Dialogs[1..]));

        Assert.EndsWith("toys.yaml", broken.File, StringComparison.Ordinal);
        Assert.Equal(1, broken.Line);
        Assert.Contains("toys/book", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dialog_without_an_entry_is_refused_with_the_file_it_belongs_in()
    {
        var vocabulary = Load(("toys", "- dialog: toys/book\n  title: 预约\n"), ("other", "- dialog: other/gone\n  title: 别的\n"));

        var broken = Assert.Throws<BrokenFileException>(() => vocabulary.Check([.. ToyTalk.Dialogs[..2], new OtherToy()]));
        Assert.EndsWith("toys.yaml", broken.File, StringComparison.Ordinal);
        Assert.Contains("toys/card", broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- dialog: toys/book\n  title: 预约\n  words: [卡]\n- dialog: toys/card\n  title: 卡\n  words:\n    - 卡\n", 7, "already opens 'toys/book'")]
    [InlineData("- dialog: toys/book\n  name: 预约\n", 2, "'name' is not known")]
    [InlineData("- dialog: other/book\n  title: 预约\n", 1, "named 'toys/")]
    [InlineData("- title: 预约\n", 1, "needs a dialog")]
    [InlineData("- dialog: toys/book\n  title: 预约\n- dialog: toys/book\n  title: 约\n", 3, "already opens 'toys/book'")]
    [InlineData("dialog: toys/book\n", 1, "Expected a list")]
    [InlineData("- dialog: [\n", 2, "")]
    [InlineData("", 1, "empty")]
    public void A_broken_file_is_refused_with_line_and_reason(string yaml, int line, string reason)
    {
        var broken = Assert.Throws<BrokenFileException>(() => Load(yaml));

        Assert.EndsWith("toys.yaml", broken.File, StringComparison.Ordinal);
        Assert.Equal(line, broken.Line);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var broken = Assert.Throws<BrokenFileException>(() => Vocabulary.Load(Tree.Templates, ["nowhere"]));

        Assert.EndsWith("nowhere.yaml", broken.File, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Vocabulary Load(string yaml) => Load(("toys", yaml));

    private Vocabulary Load(params (string Service, string Yaml)[] openings) =>
        Vocabulary.LoadFiles(Tree.Templates, openings.Select(o =>
        {
            var file = Path.Combine(_folder, $"{o.Service}.yaml");
            File.WriteAllText(file, o.Yaml);
            return file;
        }));

    private sealed class OtherToy : OneTurnDialog
    {
        public override string Name => "other/gone";

        protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<IReply>>([]);
    }
}
