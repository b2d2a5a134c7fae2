using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>New vacancies and wishes of all kinds, the same in every run, and the plain way of choosing: look at each, then put all in order.</summary>
internal static class InventedNews
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    private static readonly string[] Titles = ["保洁员", "保安", "焊工", "服务员"];

    private static readonly string[] Regions = ["370102", "370103", "370104"];

    private static readonly VacancyTraits[] Traits =
        [VacancyTraits.None, VacancyTraits.Night, VacancyTraits.Day, VacancyTraits.Day | VacancyTraits.SocialInsurance, VacancyTraits.Board];

    public static (FreshVacancy Vacancy, string[] Tokens)[] Of(int count)
    {
        var chance = new Random(4711);
        return [.. Enumerable.Range(1, count).Select(id => Vacancy(id, chance))];
    }

    /// <summary>Every combination of what changes the order.</summary>
    public static IEnumerable<VacancyWish> Wishes() =>
        from trades in new string[][] { [], ["保洁"], ["保安", "焊工"] }
        from regions in new string[][] { [], ["370102"], ["370100"] }
        from pay in new PayWish?[] { null, new(PayUnit.Month, 3500_00), new(PayUnit.Day, 150_00), new(PayUnit.Month, null, 4200_00), new(PayUnit.Month, 3000_00, 5000_00) }
        from traits in new (VacancyTraits Wants, VacancyTraits Likes)[] { (0, 0), (VacancyTraits.Day, 0), (0, VacancyTraits.Board | VacancyTraits.Day) }
        from way in Enumerable.Range(0, 4)
        select new VacancyWish
        {
            Trades = trades,
            Regions = regions,
            Pay = pay,
            Wants = traits.Wants,
            Likes = traits.Likes,
            Refuses = way == 0 ? VacancyTraits.Night : VacancyTraits.None,
            ByPay = way == 1,
            Near = way >= 2 ? new(36.666, 117.056, "") : null,
            Nearest = way == 3,
            Age = way == 2 ? 50 : null,
        };

    /// <param name="fresh">Each alone.</param>
    public static IEnumerable<int> ChosenOneByOne(RuleMatcher matcher, VacancyWish wish, IEnumerable<FreshVacancies> fresh, DateOnly today) => fresh
        .SelectMany(one => matcher.Choose(wish, one, _ => true, today))
        .Select(chosen => chosen.Candidate)
        .OrderByDescending(c => VacancyRanking.OrderOf(wish, c, today)).ThenByDescending(c => c.MonthFen ?? 0).ThenByDescending(c => c.Id)
        .DistinctBy(c => c.Employer)
        .Take(RuleMatcher.Most)
        .Select(c => (int)c.Id);

    private static (FreshVacancy Vacancy, string[] Tokens) Vacancy(int id, Random chance)
    {
        (PayUnit Unit, long? Fen) paid = chance.Next(6) switch
        {
            0 => (PayUnit.Day, (100 + chance.Next(150)) * 100L),
            1 => (PayUnit.Negotiable, null),
            2 => (PayUnit.Month, 0),
            _ => (PayUnit.Month, (2800 + (chance.Next(12) * 200)) * 100L),
        };
        var facts = new VacancyFacts
        {
            Title = Titles[chance.Next(Titles.Length)],
            RegionCode = Regions[chance.Next(Regions.Length)],
            Pay = new Pay(paid.Unit, paid.Fen, null),
            Traits = Traits[chance.Next(Traits.Length)],
            ValidUntil = Today.AddDays(30),
            Latitude = chance.Next(3) == 0 ? null : 36.6 + (chance.NextDouble() * 0.15),
            Longitude = 117.056,
        };
        var candidate = new Candidate(
            id, chance.Next(60), facts.RegionCode, IsTrade: true, IsQuarter: false, facts.Latitude, facts.Latitude is null ? null : facts.Longitude,
            facts.Pay.MonthFen, paid.Unit, facts.Traits, Today.AddDays(-chance.Next(8)));
        var fresh = new FreshVacancy(
            candidate, Education.Any, null, chance.Next(4) == 0 ? 45 : null, NeedsLicence: false, null, null, facts.Pay.MonthFen, DateTimeOffset.UnixEpoch);
        return (fresh, VacancyWords.Index.TokensOf(facts));
    }
}
