using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>What is read of the pay that is wanted beside the amount.</summary>
public sealed class PayWishTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("保洁，三千到五千", PayUnit.Month, 3000, 5000)]
    [InlineData("3000-5000面议", PayUnit.Month, 3000, 5000)]
    [InlineData("历下保安 三千五至四千五", PayUnit.Month, 3500, 4500)]
    [InlineData("四到六千的文员", PayUnit.Month, 4000, 6000)]
    [InlineData("一天两百到三百", PayUnit.Day, 200, 300)]
    public void A_range_has_two_ends(string text, PayUnit unit, long least, long most) =>
        Assert.Equal(new PayWish(unit, least * 100, most * 100), Read(text).Pay);

    [Theory]
    [InlineData("五千以内的活", 5000)]
    [InlineData("工资不超过六千", 6000)]
    [InlineData("文员，最多四千五", 4500)]
    [InlineData("四千以下也行", 4000)]
    public void There_may_be_no_more_than_an_upper_end(string text, long most) =>
        Assert.Equal(new PayWish(PayUnit.Month, null, most * 100), Read(text).Pay);

    [Theory]
    [InlineData("五千以内不要了，六千起", 6000)]
    [InlineData("五千以内的不要", 5000)]
    [InlineData("没有五千不干", 5000)]
    [InlineData("低于四千的不考虑", 4000)]
    public void What_is_refused_is_too_little(string text, long least) =>
        Assert.Equal(new PayWish(PayUnit.Month, least * 100), Read(text).Pay);

    [Theory]
    [InlineData("两三千的活", 2000)]
    [InlineData("五千来块", 5000)]
    [InlineData("六千以上", 6000)]
    public void What_is_said_roughly_has_no_upper_end(string text, long least) =>
        Assert.Equal(new PayWish(PayUnit.Month, least * 100), Read(text).Pay);

    [Theory]
    [InlineData("到手五千", true)]
    [InlineData("保安，一个月能到手四千就行", true)]
    [InlineData("税后六千", true)]
    [InlineData("扣完保险四千五", true)]
    [InlineData("税前六千", false)]
    [InlineData("六千，管吃住", false)]
    public void Pay_after_deductions_is_told_from_pay_before(string text, bool isNet) => Assert.Equal(isNet, Read(text).Pay!.IsNet);

    [Theory]
    [InlineData("底薪四千", true)]
    [InlineData("底薪至少四千，提成另算", true)]
    [InlineData("底薪四千加提成", true)]
    [InlineData("底薪加提成五千以上", false)]
    [InlineData("四千", false)]
    public void The_fixed_part_is_told_from_all_that_is_paid(string text, bool isBase) => Assert.Equal(isBase, Read(text).Pay!.IsBase);

    [Theory]
    [InlineData("销售，底薪四千")]
    [InlineData("要底薪不要纯提成")]
    [InlineData("不要纯提成的")]
    [InlineData("没底薪的不去")]
    public void Whoever_wants_a_fixed_part_is_shown_nothing_that_pays_by_commission_only(string text) =>
        Assert.True(Read(text).Refuses.HasFlag(VacancyTraits.CommissionOnly));

    [Fact]
    public void A_commission_is_liked_and_not_demanded()
    {
        var wish = Read("导购，底薪四千加提成");

        Assert.Equal((VacancyTraits.None, VacancyTraits.Commission), (wish.Wants, wish.Likes));
    }

    [Fact]
    public void Pay_by_the_piece_is_wanted_or_refused()
    {
        Assert.Equal(VacancyTraits.PieceRate, Read("缝纫工，要计件的").Wants);
        Assert.Equal(VacancyTraits.PieceRate, Read("缝纫工，不要计件").Refuses);
    }

    [Fact]
    public void A_search_looks_between_the_ends_and_lets_both_go_at_last()
    {
        var wish = new VacancyWish { Pay = new PayWish(PayUnit.Day, 200_00, 300_00) };

        var (exact, relaxed) = (VacancyWords.Ladder.Terms(wish, Relaxation.None), VacancyWords.Ladder.Terms(wish, Relaxation.Pay));

        Assert.Equal((4400_00, null, 6600_00), (exact.MonthFen, exact.BaseFen, exact.MostFen));
        Assert.Equal((3960_00, null, null), (relaxed.MonthFen, relaxed.BaseFen, relaxed.MostFen));
    }

    [Fact]
    public void For_a_fixed_part_the_least_that_is_paid_counts()
    {
        var terms = VacancyWords.Ladder.Terms(new VacancyWish { Pay = new PayWish(PayUnit.Month, 4000_00) { IsBase = true } }, Relaxation.None);

        Assert.Equal((null, 4000_00, null), (terms.MonthFen, terms.BaseFen, terms.MostFen));
    }

    [Fact]
    public void A_wish_that_an_older_version_kept_is_read_as_it_was()
    {
        var wish = TalkJson.Read<VacancyWish>("""{"Trades":["保洁"],"Pay":{"Unit":"Month","MinFen":350000},"Wants":"Day","ByPay":false}""");

        Assert.Equal(new PayWish(PayUnit.Month, 3500_00), wish.Pay);
        Assert.Equal(("保洁", VacancyTraits.Day), (Assert.Single(wish.Trades), wish.Wants));
    }

    private static VacancyWish Read(string text) =>
        VacancyWords.Reader.Read(TextNormaliser.Normalise(text), At, new VacancyWish()).Wish;
}
