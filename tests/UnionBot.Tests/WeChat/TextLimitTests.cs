using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

public sealed partial class TextLimitTests
{
    [Theory]
    [InlineData("短文。", 2048, "短文。", "")]
    [InlineData("第一句。第二句。第三句", 26, "第一句。第二句。", "第三句")]
    [InlineData("第一句！第二句没有完，还长", 26, "第一句！", "第二句没有完，还长")]
    [InlineData("没有句号，只有逗号而且很长", 21, "没有句号，", "只有逗号而且很长")]
    [InlineData("没有任何标点的文字", 10, "没有任", "何标点的文字")]
    [InlineData("line one\nline two", 12, "line one\n", "line two")]
    [InlineData("问？答；完", 12, "问？", "答；完")]
    [InlineData("一个很长的句子，前半；后半还没有完", 40, "一个很长的句子，前半；", "后半还没有完")]
    [InlineData("他说：“没钱。”就走了，再没回来", 24, "他说：“没钱。”", "就走了，再没回来")]
    [InlineData("好。他说：“没钱。”就走了", 26, "好。", "他说：“没钱。”就走了")]
    [InlineData("真的？！是的", 15, "真的？！", "是的")]
    [InlineData("好。真的？！是的", 17, "好。", "真的？！是的")]
    [InlineData("ab👷🏽‍♀️cd", 10, "ab", "👷🏽‍♀️cd")]
    public void A_text_is_cut_behind_a_sentence_else_a_clause_a_pause_or_a_grapheme(string text, int max, string head, string rest) =>
        Assert.Equal(new CutText(head, rest), TextLimit.Cut(text, max));

    [Fact]
    public void A_link_is_never_cut()
    {
        const string Link = "<a href=\"https://x/?q=1。2\">点这里。看</a>";
        var text = "请看" + Link + "谢谢";

        Assert.Equal(new CutText("请看", Link + "谢谢"), TextLimit.Cut(text, 30));
        Assert.Equal(new CutText("请看" + Link, "谢谢"), TextLimit.Cut(text, Encoding.UTF8.GetByteCount(text) - 4));
    }

    [Fact]
    public void A_link_too_long_for_any_message_is_cut_all_the_same()
    {
        var text = "<a href=\"" + new string('x', 100) + "\">x</a>";

        var cut = TextLimit.Cut(text, 40);

        Assert.Equal(40, cut.Head.Length);
    }

    [Fact]
    public void A_grapheme_too_long_for_any_message_is_cut_between_characters()
    {
        var text = "e" + new string('\u0301', 50);

        var cut = TextLimit.Cut(text, 10);

        Assert.Equal(text, cut.Head + cut.Rest);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut.Head), 1, 10);
    }

    [Fact]
    public void A_limit_below_one_character_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextLimit.Cut("工会", 3));

    [Fact]
    public void Any_text_is_cut_within_the_limit_without_loss_and_not_inside_a_grapheme()
    {
        var pieces = Gen.Elements(
            "工", "会", "。", "，", "\n", "！", "a", " ", "👷🏽‍♀️", "é", "👨‍👩‍👧‍👦", "<a href=\"u\">去。看</a>", "<a ", "</a>", "\uD83D", "🇨🇳", "\r\n");
        var texts = Gen.ListOf(pieces).Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), Gen.Choose(64, 120).ToArbitrary(), (text, max) =>
        {
            var cut = TextLimit.Cut(text, max);
            return cut.Head + cut.Rest == text
                && Encoding.UTF8.GetByteCount(cut.Head) <= max
                && (cut.Rest.Length == 0 || cut.Head.Length > 0)
                && IsBoundary(text, cut.Head.Length);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_piece_ends_within_a_sentence_unless_a_single_sentence_is_longer_than_the_limit()
    {
        var pieces = Gen.Elements("工会", "，", "；", "。", "？", "！", "”", "）", "\n", "他说：“", "说", "<a href=\"u\">去。看</a>", "1 ");
        var texts = Gen.ListOf(pieces).Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), Gen.Choose(32, 90).ToArbitrary(), (text, max) =>
        {
            for (var cut = TextLimit.Cut(text, max); cut.Rest.Length > 0; cut = TextLimit.Cut(cut.Rest, max))
            {
                var whole = SentencesThatFit(cut.Head + cut.Rest, max);
                if (whole > 0 && cut.Head.Length != whole) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The length of as many whole sentences as fit; a full stop within a link ends none.</summary>
    private static int SentencesThatFit(string text, int maxBytes) => Sentence.Matches(text)
        .Select(sentence => sentence.Index + sentence.Length)
        .TakeWhile(end => Encoding.UTF8.GetByteCount(text[..end]) <= maxBytes)
        .LastOrDefault();

    [GeneratedRegex(@"\G(?>(?:<a [^>]*>.*?</a>|[^。！？\n])*)(?:\n|[。！？][。！？”）]*)")]
    private static partial Regex Sentence { get; }

    // Graphemes are counted anew behind a link, because a link is kept whole whatever follows it.
    private static bool IsBoundary(string text, int at) =>
        at == text.Length
        || StringInfo.ParseCombiningCharacters(text).Contains(at)
        || text[..at].EndsWith("</a>", StringComparison.Ordinal);
}
