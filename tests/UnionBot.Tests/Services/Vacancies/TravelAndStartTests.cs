using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>How far a worker is ready to go, and how soon one can start.</summary>
public sealed class TravelAndStartTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("保洁，公交40分钟内", "公交", 40, 10)]
    [InlineData("坐公交四十分钟能到的保安", "公交", 40, 10)]
    [InlineData("通勤不超过一小时", "公交", 60, 15)]
    [InlineData("骑车二十分钟", "骑车", 20, 4)]
    [InlineData("骑电动车半小时以内", "骑车", 30, 6)]
    [InlineData("公交一个半小时", "公交", 90, 22.5)]
    [InlineData("地铁一个半小时", "公交", 90, 22.5)]
    [InlineData("坐车四十分钟内", "公交", 40, 10)]
    [InlineData("一小时车程", "公交", 60, 15)]
    [InlineData("四十分钟车程以内的", "公交", 40, 10)]
    [InlineData("路上一个小时以内", "公交", 60, 15)]
    [InlineData("单程不超过半小时", "公交", 30, 7.5)]
    [InlineData("骑车一刻钟", "骑车", 15, 3)]
    [InlineData("开车半小时", "开车", 30, 12.5)]
    [InlineData("自驾二十分钟以内", "开车", 20, 8.3)]
    [InlineData("走路能到就行", "走路", 20, 1.3)]
    public void Minutes_on_the_way_come_to_kilometres(string text, string way, int minutes, double kilometres) =>
        Assert.Equal(new Reach(way, minutes, kilometres), Read(text).Reach);

    [Theory]
    [InlineData("公交司机，一天8小时")]
    [InlineData("公交司机有招的吗")]
    [InlineData("骑车送外卖")]
    [InlineData("会开车，一天8小时")]
    [InlineData("经十路上班的保安")]
    public void A_way_alone_is_no_distance(string text) => Assert.Null(Read(text).Reach);

    [Fact]
    public void Who_drives_to_work_is_no_driver()
    {
        Assert.Empty(Read("开车半小时").Trades);
        Assert.Equal(["司机"], Read("我会开车").Trades);
    }

    [Fact]
    public void A_distance_is_searched_exactly_and_widens_by_five_kilometres()
    {
        var wish = new VacancyWish { Near = new GeoPoint(36.66, 117.05, ""), Reach = new Reach("公交", 40, 10) };

        var (exact, wider) = (VacancyWords.Ladder.Terms(wish, Relaxation.None), VacancyWords.Ladder.Terms(wish, Relaxation.Place));

        Assert.Equal((10, 15), (exact.Within!.Value.Kilometres, wider.Within!.Value.Kilometres));
        Assert.Equal((49, 81), (exact.AnyOf[0].Length, wider.AnyOf[0].Length));
    }

    [Fact]
    public void A_distance_from_nowhere_searches_nothing() =>
        Assert.Null(VacancyWords.Ladder.Terms(new VacancyWish { Reach = new Reach("公交", 40, 10) }, Relaxation.None).Within);

    [Theory]
    [InlineData("保洁，明天就能上班", "2026-11-24")]
    [InlineData("下周一能到岗", "2026-11-30")]
    [InlineData("12月1号可以入职", "2026-12-01")]
    [InlineData("随时到岗，找个保安", "2026-11-23")]
    [InlineData("今天就能上班", "2026-11-23")]
    public void The_first_day_on_which_one_can_start_is_read(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Read(text).StartsOn);

    [Theory]
    [InlineData("周末能上班的兼职")]
    [InlineData("明天有招聘会吗")]
    [InlineData("周一到周五上班")]
    [InlineData("保洁，白天上班")]
    public void A_day_alone_is_no_start(string text) => Assert.Null(Read(text).StartsOn);

    [Fact]
    public void Both_are_wishes_and_stay_until_something_else_is_said()
    {
        var before = Read("保洁，公交40分钟内，明天就能上班");

        Assert.False(Read("公交40分钟内").IsEmpty);
        Assert.Equal((before.Reach, before.StartsOn), (Read("三千五以上", before).Reach, Read("三千五以上", before).StartsOn));
        Assert.Null(Read("换成历城", before).Reach);
        Assert.Equal(before.StartsOn, Read("历城保安", before).StartsOn);
    }

    [Theory]
    [InlineData("bao jie", "保洁")]
    [InlineData("baoan 历下", "保安")]
    [InlineData("zhao ge bao an de huo", "保安")]
    [InlineData("dian gong", "电工")]
    [InlineData("diangong 6000", "电工")]
    [InlineData("chashao", null)]
    [InlineData("hangong", "焊工")]
    [InlineData("cha che si ji", "叉车司机")]
    [InlineData("yuesao", "月嫂")]
    public void A_trade_may_be_spelt_in_letters(string text, string? trade) => Assert.Equal(trade, Read(text).Trades.SingleOrDefault());

    private static VacancyWish Read(string text, VacancyWish? before = null) =>
        VacancyWords.Reader.Read(TextNormaliser.Normalise(text), At, before ?? new VacancyWish()).Wish;
}
