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
        Assert.Empty(Chosen(Wish with { Age = 62 }, Vacancy(1) with { AgeMax = 55 }));
        Assert.Equal([1], Chosen(Wish with { Age = 50 }, Vacancy(1) with { AgeMax = 55 }));
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

    private static FreshVacancy At(FreshVacancy vacancy, double latitude) => vacancy with
    {
        Candidate = vacancy.Candidate with { Latitude = latitude, Longitude = 117.056 },
        Tokens = VacancyWords.Index.TokensOf(Facts("保洁员", "370102", 3600, VacancyTraits.None) with { Latitude = latitude, Longitude = 117.056 }).ToHashSet(),
    };

    private static List<int> Chosen(VacancyWish wish, params FreshVacancy[] fresh) =>
        [.. Matcher.Choose(wish, fresh, Today).Select(v => (int)v.Candidate.Id)];

    private static FreshVacancy Vacancy(
        int id, string title = "保洁员", string region = "370102", int yuan = 3600, VacancyTraits traits = VacancyTraits.None, int? employer = null) => new(
        new Candidate(id, employer ?? id, region, true, false, null, null, yuan * 100, PayUnit.Month, traits, Today),
        VacancyWords.Index.TokensOf(Facts(title, region, yuan, traits)).ToHashSet(),
        Education.Any, null, null, NeedsLicence: false, null, null, yuan * 100, DateTimeOffset.UnixEpoch);

    private static VacancyFacts Facts(string title, string region, int yuan, VacancyTraits traits) => new()
    {
        Title = title,
        RegionCode = region,
        Pay = new Pay(PayUnit.Month, yuan * 100, null),
        Traits = traits,
        ValidUntil = Today.AddDays(30),
    };
}
