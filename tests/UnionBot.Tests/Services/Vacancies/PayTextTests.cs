using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class PayTextTests
{
    private static readonly PayText Pays = PayText.Load(new DataFolder(Tree.Templates));

    [Theory]
    [InlineData("3000-5000元/月", PayUnit.Month, 3000, 5000)]
    [InlineData("3000-5000面议", PayUnit.Month, 3000, 5000)]
    [InlineData("４０００～６０００", PayUnit.Month, 4000, 6000)]
    [InlineData("3,500-4,200元", PayUnit.Month, 3500, 4200)]
    [InlineData("3k-5k", PayUnit.Month, 3000, 5000)]
    [InlineData("3-5千", PayUnit.Month, 3000, 5000)]
    [InlineData("4千-6千/月", PayUnit.Month, 4000, 6000)]
    [InlineData("0.5万-0.8万/月", PayUnit.Month, 5000, 8000)]
    [InlineData("5000-8000元·13薪", PayUnit.Month, 5000, 8000)]
    [InlineData("年薪12万-24万", PayUnit.Month, 10000, 20000)]
    [InlineData("200元/天", PayUnit.Day, 200, 200)]
    [InlineData("150-180/天", PayUnit.Day, 150, 180)]
    [InlineData("日薪 220", PayUnit.Day, 220, 220)]
    [InlineData("20元/小时", PayUnit.Hour, 20, 20)]
    [InlineData("时薪18-22元", PayUnit.Hour, 18, 22)]
    [InlineData("计件 5000-8000", PayUnit.Piece, 5000, 8000)]
    [InlineData("4500元左右", PayUnit.Month, 4500, 4500)]
    [InlineData("4500", PayUnit.Month, 4500, 4500)]
    public void Pay_is_read_in_the_forms_of_job_sites(string cell, PayUnit unit, long min, long max) =>
        Assert.Equal(new Pay(unit, min * 100, max * 100), Pays.Read(cell));

    [Theory]
    [InlineData("6000元以上", 6000)]
    [InlineData("5000起", 5000)]
    [InlineData("底薪3000+提成", 3000)]
    public void An_open_end_has_no_most(string cell, long min) =>
        Assert.Equal(new Pay(PayUnit.Month, min * 100, null), Pays.Read(cell));

    [Fact]
    public void An_upper_limit_has_no_least() => Assert.Equal(new Pay(PayUnit.Month, null, 4000_00), Pays.Read("4000以内"));

    [Fact]
    public void Negotiable_pay_is_pay_that_is_not_said() => Assert.Equal(Pay.Unsaid, Pays.Read("面议"));

    [Theory]
    [InlineData("优厚")]
    [InlineData("")]
    [InlineData("见面谈")]
    public void What_says_no_amount_is_not_understood(string cell) => Assert.Null(Pays.Read(cell));

    [Fact]
    public void Pays_of_different_units_can_be_compared_by_the_month()
    {
        Assert.Equal(4400_00, new Pay(PayUnit.Day, 180_00, 200_00).MonthFen);
        Assert.Equal(3520_00, new Pay(PayUnit.Hour, 20_00, null).MonthFen);
        Assert.Null(Pay.Unsaid.MonthFen);
    }
}
