using FsCheck;
using FsCheck.Fluent;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("１２３ＡＢＣ", "123ABC")]
    [InlineData("  你好　工会  ", "你好 工会")]
    [InlineData("第一行\r\n\r\n第二行", "第一行 第二行")]
    [InlineData("①", "1")]
    [InlineData("1️⃣", "1")]
    [InlineData("没问题👌", "没问题👌")]
    [InlineData("好\u200b的\ufeff", "好的")]
    [InlineData("\u0000人\u0007工", "人工")]
    [InlineData("（１３８）", "(138)")]
    [InlineData("？！，：", "?!,:")]
    [InlineData("", "")]
    [InlineData(" \t　", "")]
    [InlineData("⼈⼯", "人工")]
    public void Text_is_brought_into_one_form(string raw, string expected) =>
        Assert.Equal(expected, TextNormaliser.Normalise(raw));

    [Fact]
    public void Halves_of_broken_pairs_are_dropped() => Assert.All(
        (string[])["好\ud83d的", "好\udc4c的", "\udc4c\ud83d好的", "好的\ud83d"],
        raw => Assert.Equal("好的", TextNormaliser.Normalise(raw)));

    [Fact]
    public void Plain_text_is_passed_on_without_a_copy()
    {
        var text = new string("我的会籍。".ToCharArray());

        Assert.Same(text, TextNormaliser.Normalise(text));
    }

    [Fact]
    public void Whatever_comes_is_normalised_once_and_for_all() => Prop.ForAll<string?>(raw =>
    {
        var once = TextNormaliser.Normalise(raw ?? "");
        return once == TextNormaliser.Normalise(once) && once == once.Trim();
    }).QuickCheckThrowOnFailure();
}
