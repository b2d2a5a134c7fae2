using FsCheck;
using FsCheck.Fluent;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class ChineseNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("1,200", 1_200)]
    [InlineData("零", 0)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("三十五", 35)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一", 110)]
    [InlineData("两百五十", 250)]
    [InlineData("两千三", 2_300)]
    [InlineData("三千五百", 3_500)]
    [InlineData("四千零五十", 4_050)]
    [InlineData("一万八", 18_000)]
    [InlineData("一万零八十", 10_080)]
    [InlineData("十二万", 120_000)]
    [InlineData("一亿二千万", 120_000_000)]
    [InlineData("壹佰贰拾", 120)]
    [InlineData("3千", 3_000)]
    [InlineData("5k", 5_000)]
    [InlineData("2万", 20_000)]
    [InlineData("1万8", 18_000)]
    [InlineData("1万八", 18_000)]
    [InlineData("1万5千", 15_000)]
    public void Numbers_are_read_as_people_write_them(string text, long expected) =>
        Assert.Equal(expected, ChineseNumber.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("一三六")]
    [InlineData("一零")]
    [InlineData("百")]
    [InlineData("万")]
    [InlineData("三百五千")]
    [InlineData("12个")]
    [InlineData("1,2")]
    [InlineData("八百八百")]
    [InlineData("9999999999999")]
    [InlineData("你好")]
    public void What_is_no_number_is_not_read(string text) => Assert.Null(ChineseNumber.Read(text));

    [Theory]
    [InlineData("136 0000 1234", "13600001234")]
    [InlineData("一三六零零零零一二三四", "13600001234")]
    [InlineData("幺三六 洞洞洞洞 幺两三四", "13600001234")]
    [InlineData("136-0000-1234", "13600001234")]
    [InlineData("七", "7")]
    public void Digits_said_one_by_one_are_read_in_any_form(string text, string expected) =>
        Assert.Equal(expected, ChineseNumber.ReadDigits(text));

    [Theory]
    [InlineData("")]
    [InlineData("- -")]
    [InlineData("一百")]
    [InlineData("136x")]
    public void What_holds_more_than_digits_is_no_string_of_digits(string text) => Assert.Null(ChineseNumber.ReadDigits(text));

    [Fact]
    public void Every_number_up_to_a_hundred_million_is_read_from_its_numerals() => Prop.ForAll(
        Gen.Choose(0, 99_999_999).ToArbitrary(),
        number => ChineseNumber.Read(Numerals(number)) == number).QuickCheckThrowOnFailure();

    /// <summary>The full written form: 12,005 is 一万二千零五.</summary>
    private static string Numerals(int number)
    {
        if (number == 0) return "零";
        if (number < 10_000) return Section(number);

        var (upper, lower) = Math.DivRem(number, 10_000);
        return Section(upper) + "万" + (lower == 0 ? "" : lower < 1_000 ? "零" + Section(lower) : Section(lower));
    }

    private static string Section(int number)
    {
        var text = "";
        var (gap, value) = (false, 1_000);
        foreach (var unit in new[] { "千", "百", "十", "" })
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
            }
            else
            {
                text += (gap ? "零" : "") + "零一二三四五六七八九"[digit] + unit;
                gap = false;
            }

            value /= 10;
        }

        return text;
    }
}
