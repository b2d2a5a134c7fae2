using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class ChoiceTests
{
    private static readonly string[] Lawyers = ["王律师 周三上午", "李律师 周三下午", "李律师 周五上午"];

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2.", 1)]
    [InlineData("2、", 1)]
    [InlineData("(3)", 2)]
    [InlineData("一", 0)]
    [InlineData("二吧", 1)]
    [InlineData("第一个", 0)]
    [InlineData("头一个", 0)]
    [InlineData("第1", 0)]
    [InlineData("第一", 0)]
    [InlineData("第 2 个", 1)]
    [InlineData("选3", 2)]
    [InlineData("我选第二个吧", 1)]
    [InlineData("我要第三个", 2)]
    [InlineData("就第三个吧", 2)]
    [InlineData("2号", 1)]
    [InlineData("第二条", 1)]
    [InlineData("最后一个", 4)]
    [InlineData("回复1", 0)]
    [InlineData("贰", 1)]
    [InlineData("1好的", 0)]
    [InlineData("1👌", 0)]
    public void A_number_in_any_form_points_at_an_entry(string text, int index) =>
        Assert.Equal(index, Choice.Read(text, 5));

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("第六个")]
    [InlineData("两个")]
    [InlineData("1和2")]
    [InlineData("不要第一个")]
    [InlineData("10点")]
    [InlineData("13800000001")]
    [InlineData("2024")]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("好")]
    [InlineData("第")]
    public void What_is_no_number_of_an_entry_points_at_none(string text) => Assert.Null(Choice.Read(text, 5));

    [Fact]
    public void An_empty_list_has_nothing_to_choose()
    {
        Assert.Null(Choice.Read("1", 0));
        Assert.Null(Choice.Read("最后一个", 0));
    }

    [Theory]
    [InlineData("王律师", 0)]
    [InlineData("王", 0)]
    [InlineData("周三下午", 1)]
    [InlineData("周五", 2)]
    [InlineData("要周五上午那个", null)]
    [InlineData("李律师", null)]
    [InlineData("师", null)]
    [InlineData("不要王律师", null)]
    [InlineData("张律师", null)]
    [InlineData("2", 1)]
    [InlineData("4", null)]
    public void A_name_points_at_the_one_entry_it_fits(string text, int? index) =>
        Assert.Equal(index, Choice.Read(text, Lawyers));

    [Fact]
    public void A_sentence_that_holds_one_name_chooses_it() =>
        Assert.Equal(1, Choice.Read("我想问工伤的事", ["欠薪", "工伤", "合同"]));

    [Fact]
    public void A_number_that_is_no_entry_is_never_looked_for_in_the_names() =>
        Assert.Null(Choice.Read("12", ["1月12日 14:30", "1月13日 14:30"]));

    [Fact]
    public void An_exact_name_wins_over_names_that_contain_it() =>
        Assert.Equal(1, Choice.Read("历下", ["历下区东", "历下", "历下区西"]));
}
