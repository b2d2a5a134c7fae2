using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>Which new vacancies a rule chooses.</summary>
public sealed class RuleMatcherTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly RuleMatcher Matcher = new(VacancyWords.Ladder);
    private static readonly VacancyWish Wish = new() { Trades = ["保洁"], Regions = ["370102"], Pay = new PayWish(PayUnit.Month, 3500_00) };

    [Fact]
    public void What_fits_in_everything_is_chosen_and_nothing_is_given_way_in()
    {
        Assert.Equal([1], Chosen(Wish, Vacancy(1), Vacancy(2, region: "370103"), Vacancy(3, title: "保安"), Vacancy(4, yuan: 3400)));
    }

    [Fact]
    public void What_is_refused_is_not_chosen() =>
        Assert.Empty(Chosen(Wish with { Refuses = VacancyTraits.Night }, Vacancy(1, traits: VacancyTraits.Night)));

    [Fact]
    public void An_age_that_does_not_fit_is_not_chosen()
    {
        var (vacancy, tokens) = Vacancy(1);
        var young = (vacancy with { AgeMax = 55 }, tokens);

        Assert.Empty(Chosen(Wish with { Age = 62 }, young));
        Assert.Equal([1], Chosen(Wish with { Age = 50 }, young));
    }

    [Fact]
    public void Of_one_employer_there_is_one_and_of_all_there_are_three()
    {
        Assert.Single(Chosen(Wish, Vacancy(1, employer: 7), Vacancy(2, employer: 7)));
        Assert.Equal(RuleMatcher.Most, Chosen(Wish, [.. Enumerable.Range(1, 5).Select(i => Vacancy(i))]).Count);
    }

    [Fact]
    public void Distance_counts_where_it_was_said()
    {
        var near = Wish with { Regions = [], Near = new(36.666, 117.056, ""), Reach = new Reach("公交", 40, 10) };

        Assert.Equal([1], Chosen(near, At(Vacancy(1), 36.67), At(Vacancy(2), 36.9)));
    }

    [Fact]
    public void The_best_of_many_are_chosen_in_order_of_what_they_pay()
    {
        var many = Enumerable.Range(1, 500).Select(i => Vacancy(i, yuan: 3500 + (i * 7 % 500), employer: i / 2)).ToArray();
        var best = many.OrderByDescending(v => v.Vacancy.Candidate.MonthFen).DistinctBy(v => v.Vacancy.Candidate.Employer).Take(RuleMatcher.Most);

        Assert.Equal(best.Select(v => (int)v.Vacancy.Candidate.Id), Chosen(Wish with { ByPay = true }, many));
    }

    [Fact]
    public void Whatever_the_number_of_vacancies_the_same_are_chosen_as_one_by_one()
    {
        var many = Enumerable.Range(1, 300).Select(i => Vacancy(
            i, title: i % 3 == 0 ? "保安" : "保洁员", region: i % 2 == 0 ? "370102" : "370103", traits: i % 5 == 0 ? VacancyTraits.Night : VacancyTraits.Day)).ToArray();
        var wish = Wish with { Refuses = VacancyTraits.Night, Wants = VacancyTraits.Day };
        var alone = many.Where(v => Chosen(wish, v).Count == 1).Select(v => (int)v.Vacancy.Candidate.Id).ToList();

        Assert.NotEmpty(alone);
        Assert.Equal(alone.OrderDescending().Take(RuleMatcher.Most), Chosen(wish, many));
    }

    [Fact]
    public void Passing_over_what_pays_less_changes_nothing_in_what_is_chosen()
    {
        var many = InventedNews.Of(400);
        var alone = many.Select(one => new FreshVacancies([one])).ToList();
        var chosen = InventedNews.Wishes().Select(wish => (Wish: wish, Best: Chosen(wish, many))).ToList();

        Assert.All(chosen, c => Assert.Equal(InventedNews.ChosenOneByOne(Matcher, c.Wish, alone, Today), c.Best));
        Assert.True(chosen.Count(c => c.Best.Count == RuleMatcher.Most) > chosen.Count / 3, "Too few of the wishes have anything to choose from.");
    }

    [Fact]
    public void What_is_known_is_no_news() =>
        Assert.Equal([2], Matcher.Choose(Wish, new FreshVacancies([Vacancy(1), Vacancy(2)]), v => v.Candidate.Id != 1, Today).Select(v => (int)v.Candidate.Id));

    private static (FreshVacancy, string[]) At((FreshVacancy Vacancy, string[]) fresh, double latitude) => (
        fresh.Vacancy with { Candidate = fresh.Vacancy.Candidate with { Latitude = latitude, Longitude = 117.056 } },
        VacancyWords.Index.TokensOf(Facts("保洁员", "370102", 3600, VacancyTraits.None) with { Latitude = latitude, Longitude = 117.056 }));

    private static List<int> Chosen(VacancyWish wish, params (FreshVacancy, string[])[] fresh) =>
        [.. Matcher.Choose(wish, new FreshVacancies(fresh), _ => true, Today).Select(v => (int)v.Candidate.Id)];

    private static (FreshVacancy Vacancy, string[] Tokens) Vacancy(
        int id, string title = "保洁员", string region = "370102", int yuan = 3600, VacancyTraits traits = VacancyTraits.None, int? employer = null) => (
        new FreshVacancy(
            new Candidate(id, employer ?? id, region, true, false, null, null, yuan * 100, PayUnit.Month, traits, Today),
            Education.Any, null, null, NeedsLicence: false, null, null, yuan * 100, DateTimeOffset.UnixEpoch),
        VacancyWords.Index.TokensOf(Facts(title, region, yuan, traits)));

    private static VacancyFacts Facts(string title, string region, int yuan, VacancyTraits traits) => new()
    {
        Title = title,
        RegionCode = region,
        Pay = new Pay(PayUnit.Month, yuan * 100, null),
        Traits = traits,
        ValidUntil = Today.AddDays(30),
    };
}
