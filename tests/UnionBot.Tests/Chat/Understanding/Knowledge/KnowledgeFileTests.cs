using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Tests.Chat.Understanding.Knowledge;

public sealed class KnowledgeFileTests : IDisposable
{
    private const string Good =
        """
        ---
        id: tea
        title: "喝茶"
        questions:
          - "一"
          - "二"
          - "三"
          - "四"
          - "五"
          - "六"
          - "七"
          - "八"
        topic: places
        sources:
          - "《茶经》"
        reviewed: not yet reviewed
        applies_to: "全国"
        ---

        驿站里有茶。
        """;

    private static readonly Dictionary<string, KnowledgeTopic> Topics = new()
    {
        ["places"] = new("places", "去处", IsLegal: false, IsPrivate: false, []),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_answer_is_read_with_all_that_belongs_to_it()
    {
        var entry = Read(Good.Replace("applies_to", "serves: [nearby_place]\nvalid_until: 2027-03-31\napplies_to", StringComparison.Ordinal));

        Assert.Equal(("tea", "喝茶", "驿站里有茶。", "全国"), (entry.Id, entry.Title, entry.Answer, entry.AppliesTo));
        Assert.Equal(["《茶经》"], entry.Sources);
        Assert.Equal(8, entry.Questions.Count);
        Assert.Equal([Intent.NearbyPlace], entry.Serves);
        Assert.Null(entry.ReviewedOn);
        Assert.True(entry.IsValidOn(new DateOnly(2027, 3, 31)));
        Assert.False(entry.IsValidOn(new DateOnly(2027, 4, 1)));
    }

    [Fact]
    public void Without_a_short_form_of_its_own_an_answer_has_its_first_sentence()
    {
        var text = Good.Replace("驿站里有茶。", "驿站里有茶。水也有。", StringComparison.Ordinal);

        Assert.Equal("驿站里有茶。", Read(text).InShort);
        Assert.Equal("有茶喝。", Read(text.Replace("applies_to", "short: 有茶喝。\napplies_to", StringComparison.Ordinal)).InShort);
    }

    [Fact]
    public void A_short_form_that_is_long_is_refused() => Assert.Contains(
        "91 characters",
        Assert.Throws<BrokenFileException>(
            () => Read(Good.Replace("applies_to", $"short: {new string('茶', 91)}\napplies_to", StringComparison.Ordinal))).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void The_day_of_a_review_is_read() =>
        Assert.Equal(new DateOnly(2027, 1, 5), Read(Good.Replace("not yet reviewed", "2027-01-05", StringComparison.Ordinal)).ReviewedOn);

    [Theory]
    [InlineData("id: tea", "id: coffee", 2, "name of the file")]
    [InlineData("title: \"喝茶\"\n", "", 2, "'title' is missing")]
    [InlineData("  - \"八\"\n", "", 5, "At least 8")]
    [InlineData("\"八\"", "\"七\"", 12, "twice")]
    [InlineData("topic: places", "topic: tea", 13, "topics.yaml")]
    [InlineData("reviewed: not yet reviewed", "reviewed: soon", 16, "neither a day")]
    [InlineData("reviewed: not yet reviewed", "looked_at: today", 16, "not known here")]
    [InlineData("applies_to", "serves: [tea]\napplies_to", 17, "no intent")]
    [InlineData("驿站里有茶。", "", 19, "answer is missing")]
    [InlineData("---\nid", "id", 1, "two lines of ---")]
    public void A_broken_file_is_refused_with_line_and_reason(string old, string wrong, int line, string reason)
    {
        var broken = Assert.Throws<BrokenFileException>(() => Read(Good.Replace(old, wrong, StringComparison.Ordinal)));

        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
        Assert.Equal(line, broken.Line);
    }

    [Fact]
    public void An_answer_of_more_than_300_characters_is_refused() => Assert.Contains(
        "301 characters",
        Assert.Throws<BrokenFileException>(() => Read(Good.Replace("驿站里有茶。", new string('茶', 301), StringComparison.Ordinal))).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void A_demo_answer_must_say_that_it_is_one()
    {
        var entries = new Dictionary<string, KnowledgeEntry> { ["tea"] = Read(Good) };
        var file = Write("---\nid: tea\nsources: [\"虚构\"]\n---\n\n茶馆在解放路1号。\n");

        Assert.Contains("演示", Assert.Throws<BrokenFileException>(() => KnowledgeFile.ReadDemo(file, entries)).Reason, StringComparison.Ordinal);
        Assert.True(KnowledgeFile.ReadDemo(Write("---\nid: tea\nsources: [\"虚构\"]\n---\n\n（演示）茶馆在解放路1号。\n"), entries).IsDemo);
    }

    private KnowledgeEntry Read(string text) => KnowledgeFile.Read(Write(text), Topics);

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "tea.md");
        File.WriteAllText(path, text);
        return path;
    }
}
