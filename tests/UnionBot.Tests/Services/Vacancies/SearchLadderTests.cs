using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class SearchLadderTests
{
    private static readonly SearchLadder Ladder = VacancyWords.Ladder;

    private static readonly VacancyWish Wish = new()
    {
        Trades = ["保洁"],
        Regions = ["370102"],
        Quarter = "解放路",
        Pay = new PayWish(PayUnit.Month, 3500_00),
        Wants = VacancyTraits.Day,
    };

    [Fact]
    public void It_gives_way_in_place_then_pay_then_what_is_not_said_then_trade() => Assert.Equal(
        [
            Relaxation.None, Relaxation.Quarter, Relaxation.Place, Relaxation.City, Relaxation.Pay, Relaxation.Extras, Relaxation.Trade,
        ],
        Steps(Wish));

    [Fact]
    public void It_gives_way_in_nothing_that_was_not_said()
    {
        Assert.Equal([Relaxation.None], Steps(new VacancyWish { ByPay = true }));
        Assert.Equal([Relaxation.None, Relaxation.Trade], Steps(new VacancyWish { Trades = ["焊工"] }));
    }

    [Fact]
    public void Place_widens_from_road_to_district_to_neighbours_to_city()
    {
        Assert.Contains("s:解放", Ladder.Terms(Wish, Relaxation.None).All);
        Assert.Equal(["d:370102"], Ladder.Terms(Wish, Relaxation.Quarter).AnyOf[0]);
        Assert.Contains("d:370103", Ladder.Terms(Wish, Relaxation.Place).AnyOf[0]);
        Assert.Contains("c:3701", Ladder.Terms(Wish, Relaxation.City).AnyOf[0]);
    }

    [Fact]
    public void Pay_goes_down_by_a_tenth()
    {
        Assert.Equal(3500_00, Ladder.Terms(Wish, Relaxation.City).MonthFen);
        Assert.Equal(3150_00, Ladder.Terms(Wish, Relaxation.Pay).MonthFen);
    }

    [Fact]
    public void What_is_wanted_may_at_last_be_unsaid_but_never_denied()
    {
        Assert.Contains("f:Day", Ladder.Terms(Wish, Relaxation.Pay).All);
        var relaxed = Ladder.Terms(Wish, Relaxation.Extras);
        Assert.DoesNotContain("f:Day", relaxed.All);
        Assert.Contains("x:Day", relaxed.Never);
    }

    [Fact]
    public void What_is_refused_stays_refused_on_every_rung()
    {
        var wish = Wish with { Refuses = VacancyTraits.Night, NotTrades = ["销售"], ExceptTrades = ["保安"] };

        Assert.All(Ladder.Rungs(wish), rung =>
        {
            var terms = Ladder.Terms(wish, rung);
            Assert.Equal(["f:Night", "f:Rotating"], terms.None);
            Assert.Equal(["t:保安"], terms.Unless);
            Assert.Contains("t:销售", terms.Never);
        });
    }

    [Fact]
    public void Nobody_under_eighteen_is_shown_night_or_heavy_work() => Assert.Equal(
        ["f:Night", "f:Rotating", "f:Heavy"], Ladder.Terms(new VacancyWish { Age = 17 }, Relaxation.None).None);

    [Fact]
    public void A_place_that_was_sent_finds_what_lies_around_it_and_widens_to_ten_kilometres()
    {
        var wish = new VacancyWish { Near = new GeoPoint(36.66, 117.05, "") };

        Assert.Equal(9, Ladder.Terms(wish, Relaxation.None).AnyOf[0].Length);
        Assert.Equal(25, Ladder.Terms(wish, Relaxation.Place).AnyOf[0].Length);
    }

    private static IEnumerable<Relaxation> Steps(VacancyWish wish)
    {
        var before = Relaxation.None;
        foreach (var rung in Ladder.Rungs(wish))
        {
            yield return rung & ~before;
            before = rung;
        }
    }
}
