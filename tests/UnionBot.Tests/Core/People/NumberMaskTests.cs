using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using UnionBot.Core.People;

namespace UnionBot.Tests.Core.People;

public sealed class NumberMaskTests
{
    [Theory]
    [InlineData("我的手机是13800000001，谢谢", "我的手机是138****0001，谢谢")]
    [InlineData("138 0000 0001", "138****0001")]
    [InlineData("138-0000-0001", "138****0001")]
    [InlineData("1 3 8 0 0 0 0 0 0 0 1", "138****0001")]
    [InlineData("+86 138 0000 0001", "+138****0001")]
    [InlineData("13800000001，13900000002", "138****0001，139****0002")]
    [InlineData("１３８００００００01", "138****0001")]
    [InlineData("幺三八零零零零零零零幺", "138****0001")]
    [InlineData("138　0000－0001", "138****0001")]
    [InlineData("138 - 0000 - 0001", "138****0001")]
    [InlineData("身份证110105194912310021", "身份证1***************1")]
    [InlineData("11010519491231002x", "1***************X")]
    [InlineData("110105 19491231 002 X", "1***************X")]
    [InlineData("卡号6222000011112222", "卡号****2222")]
    [InlineData("6222 0000 1111 2222 333", "****2333")]
    [InlineData("6222-0000-1111-2222", "****2222")]
    [InlineData("8613800000001", "138****0001")]
    [InlineData("0138000000012", "*************")]
    [InlineData("110105491231002", "***************")]
    [InlineData("2026112100000000000000000001", "****************************")]
    public void Numbers_of_people_and_accounts_are_hidden(string text, string kept) =>
        Assert.Equal(kept, NumberMask.Apply(text).Text);

    [Theory]
    [InlineData("")]
    [InlineData("你好")]
    [InlineData("12351")]
    [InlineData("打0531-82345678可以吗，12348呢")]
    [InlineData("2026-12-01 到 2026-12-16")]
    [InlineData("2026-12-01 2026-12-16")]
    [InlineData("3月8日到5月1日，工资3500，欠了12000元")]
    [InlineData("一个月一千二百元，一共欠三个月，二〇二六年一月一日起")]
    [InlineData("统一社会信用代码81370000MD0001234X")]
    public void Other_numbers_stay_and_the_text_is_the_same_object(string text)
    {
        var masked = NumberMask.Apply(text);

        Assert.Same(text, masked.Text);
        Assert.Empty(masked.Numbers);
    }

    [Fact]
    public void What_was_hidden_is_told_with_kind_and_place()
    {
        var text = "王芳，138 0000 0001，证号11010519491231002X，卡6222000011112222";

        var numbers = NumberMask.Apply(text).Numbers;

        Assert.Equal(
            [
                (MaskedKind.Mobile, "13800000001", "138 0000 0001"),
                (MaskedKind.IdNumber, "11010519491231002X", "11010519491231002X"),
                (MaskedKind.Card, "6222000011112222", "6222000011112222"),
            ],
            numbers.Select(number => (number.Kind, number.Value, text.Substring(number.Start, number.Length))));
    }

    [Fact]
    public void A_number_with_other_digits_beside_it_leaves_none_that_could_form_a_new_one() =>
        Assert.Equal("12 ***********", NumberMask.Apply("12 13800000001").Text);

    [Fact]
    public void Printed_a_hidden_number_does_not_show_itself() =>
        Assert.DoesNotContain("0001", $"{NumberMask.Apply("13800000001").Numbers[0]}", StringComparison.Ordinal);

    [Fact]
    public void A_usual_text_costs_no_memory()
    {
        NumberMask.Apply("热身");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++) NumberMask.Apply("我3月8日想预约法律咨询，一共欠薪12000元，公司在历下区");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void No_masked_text_holds_anything_that_would_be_masked() =>
        Prop.ForAll(Messages, text => NumberMask.Apply(NumberMask.Apply(text).Text).Numbers.Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void No_masked_text_holds_a_number_in_one_piece() =>
        Prop.ForAll(Messages, text => !Forbidden.IsMatch(NumberMask.Apply(text).Text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Every_mobile_number_in_any_text_is_found() =>
        Prop.ForAll(Messages, text => NumberMask.Apply($"{text}，13812345678。").Numbers[^1].Value == "13812345678")
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static readonly Regex Forbidden = new(@"1[3-9][0-9]{9}|[0-9]{17}[0-9Xx]|[0-9]{16,19}");

    private static Arbitrary<string> Messages =>
        Gen.Elements("0", "1", "3", "8", "138", "0000", "0001", "13800000001", "2026", "12", "6222", "x", "X", "８", "幺",
                " ", "-", "　", "，", "年", "我", "*", "1234567")
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();
}
