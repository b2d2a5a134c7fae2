using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;
using static UnionBot.Services.Vacancies.Posts.VacancyTraits;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>Whether a further sentence changes a wish or begins a new one.</summary>
public sealed class FurtherSentenceTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly VacancyWish Before = Read("历下保洁，白班，3500以上", new VacancyWish());

    [Fact]
    public void A_short_sentence_changes_only_what_it_says()
    {
        Assert.Equal(new PayWish(PayUnit.Month, 3200_00), Read("工资降到三千二").Pay);
        Assert.Equal(["保洁"], Read("工资降到三千二").Trades);
        Assert.Equal(["370102", "370104"], Read("加上槐荫区").Regions);
        Assert.Equal(["370104"], Read("换成槐荫").Regions);
        Assert.Equal((None, Night), (Read("不要白班").Wants, Read("不要夜班").Refuses));
        Assert.True(Read("工资高的").ByPay);
    }

    [Theory]
    [InlineData("保安也行", "保洁 保安", "370102")]
    [InlineData("或者保安", "保洁 保安", "370102")]
    [InlineData("历城也可以", "保洁", "370102 370112")]
    [InlineData("历城的保安也行", "保洁 保安", "370102 370112")]
    [InlineData("找保安", "保安", "370102")]
    [InlineData("换成历城的保安", "保安", "370112")]
    [InlineData("历城的有吗", "保洁", "370112")]
    public void Such_a_sentence_changes_the_wish_and_leaves_shift_and_pay(string text, string trades, string regions)
    {
        var wish = Read(text);

        Assert.Equal((trades, regions), (string.Join(' ', wish.Trades), string.Join(' ', wish.Regions)));
        Assert.Equal((Day, new PayWish(PayUnit.Month, 3500_00)), (wish.Wants, wish.Pay));
    }

    [Theory]
    [InlineData("我不找保洁了，找个历城的保安，四千以上", 4000)]
    [InlineData("历城保安", null)]
    [InlineData("找个历城的保安，夜班也行", null)]
    [InlineData("重新找，保安，历城", null)]
    public void A_sentence_with_trade_and_place_begins_anew(string text, int? yuan)
    {
        var wish = Read(text);

        Assert.Equal(("保安", "370112"), (Assert.Single(wish.Trades), Assert.Single(wish.Regions)));
        Assert.Equal((None, yuan * 100L), (wish.Wants & Day, wish.Pay?.MinFen));
    }

    [Fact]
    public void An_unclear_place_is_a_place_too() => Assert.Equal((None, null), (Read("市中区的保安").Wants, Read("市中区的保安").Pay));

    [Fact]
    public void What_the_worker_told_of_themselves_stays()
    {
        var before = Read("我62岁，小学毕业，腰不好，没有证，历下保洁，白班", new VacancyWish());

        var wish = Read("找个历城的保安", before);

        Assert.Equal((62, Education.Any, true, Heavy, None), (wish.Age, wish.School, wish.NoLicence, wish.Refuses, wish.Wants));
    }

    [Fact]
    public void A_trade_that_is_wanted_no_more_goes()
    {
        Assert.Empty(Read("我不找保洁了").Trades);
        Assert.Equal(["保洁"], Read("我不找保洁了").NotTrades);
    }

    [Fact]
    public void Beginning_anew_without_a_wish_forgets_the_old_one()
    {
        var read = VacancyWords.Reader.Read("重新找", At, Before);

        Assert.Equal((true, false, true), (read.Cues.HasFlag(Cue.Restart), read.IsWish, read.Wish.IsEmpty));
    }

    private static VacancyWish Read(string text, VacancyWish? before = null) =>
        VacancyWords.Reader.Read(TextNormaliser.Normalise(text), At, before ?? Before).Wish;
}
