using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>Whether a sentence in a talk about work is about work from end to end.</summary>
public sealed class LooseSentenceTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("疗休养咋报名")]
    [InlineData("青州云门山门票")]
    [InlineData("我要导出我的数据")]
    [InlineData("历下区总工会电话多少")]
    [InlineData("我要报名参加健步走")]
    [InlineData("我妈68了能办退休手续吗")]
    public void What_speaks_of_something_else_is_loose(string text) => Assert.True(Read(text).IsLoose);

    [Theory]
    [InlineData("工资高的")]
    [InlineData("附近的")]
    [InlineData("没有证")]
    [InlineData("退休的收不收")]
    [InlineData("住的地方得有")]
    [InlineData("管一顿饭就行")]
    [InlineData("坐车四十分钟内")]
    [InlineData("历城的有吗")]
    [InlineData("洪楼那边的")]
    [InlineData("高新区")]
    [InlineData("有双休的吗")]
    [InlineData("有没有保安")]
    [InlineData("我想找个历下区的保洁，白班，每月3500以上，管饭")]
    [InlineData("五十五岁要吗")]
    [InlineData("高中毕业能干的")]
    [InlineData("给我报名")]
    public void What_speaks_of_work_is_not(string text) => Assert.False(Read(text).IsLoose);

    [Theory]
    [InlineData("住的地方得有", "包住")]
    [InlineData("能住的地方有没有", "包住")]
    [InlineData("管一顿饭就行", "管饭")]
    [InlineData("管顿饭的", "管饭")]
    public void Board_and_lodging_are_heard_in_plain_words(string text, string trait) =>
        Assert.Equal([trait], VacancyWords.Traits.NamesOf(Read(text).Wish.Wants));

    [Fact]
    public void A_zone_that_is_as_good_as_a_district_takes_its_place_within_the_city()
    {
        var wish = Read("高新区", Read("历下保洁").Wish).Wish;

        Assert.Equal(("高新区", "370100"), (wish.Quarter, Assert.Single(wish.Regions)));
    }

    [Fact]
    public void The_newest_order_wins()
    {
        var byPay = Read("工资高的", Read("历下保洁").Wish).Wish;
        var nearest = Read("离家近点", byPay).Wish;

        Assert.Equal((true, false), (byPay.ByPay, byPay.Nearest));
        Assert.Equal((false, true), (nearest.ByPay, nearest.Nearest));
        Assert.Equal((true, false), (Read("工资高的", nearest).Wish.ByPay, Read("工资高的", nearest).Wish.Nearest));
    }

    private static ReadWish Read(string text, VacancyWish? before = null) =>
        VacancyWords.Reader.Read(TextNormaliser.Normalise(text), At, before ?? new VacancyWish());
}
