using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Holds wishes against vacancies in memory, by the same terms as a search that gives way in nothing.</summary>
internal sealed class RuleMatcher(SearchLadder ladder)
{
    /// <summary>More at once are not read.</summary>
    public const int Most = 3;

    /// <summary>The best few of what is new, at most one of each employer.</summary>
    /// <param name="fresh">What is new to this wish, and neither known to the worker nor refused.</param>
    /// <param name="today">The day in China.</param>
    public IReadOnlyList<FreshVacancy> Choose(VacancyWish wish, IEnumerable<FreshVacancy> fresh, DateOnly today)
    {
        var terms = ladder.Terms(wish, Relaxation.None);
        var fitting = fresh.Where(v => Fits(wish, terms, v)).ToDictionary(v => v.Candidate.Id);
        return
        [
            .. VacancyRanking.Order(wish, fitting.Values.Select(v => v.Candidate), today)
                .DistinctBy(c => c.Employer).Take(Most).Select(c => fitting[c.Id]),
        ];
    }

    private static bool Fits(VacancyWish wish, SearchTerms terms, FreshVacancy vacancy) =>
        terms.All.All(vacancy.Tokens.Contains)
        && terms.AnyOf.All(group => group.Any(vacancy.Tokens.Contains))
        && !terms.Never.Any(vacancy.Tokens.Contains)
        && (!terms.None.Any(vacancy.Tokens.Contains) || terms.Unless.Any(vacancy.Tokens.Contains))
        && PaysEnough(terms, vacancy)
        && IsNearEnough(terms, vacancy)
        && Takes(wish, vacancy)
        && !wish.NotQuarters.Any(name => Names(vacancy.Street, name) || Names(vacancy.Address, name));

    private static bool PaysEnough(SearchTerms terms, FreshVacancy vacancy) =>
        (terms.MonthFen is null || vacancy.Candidate.MonthFen >= terms.MonthFen)
        && (terms.BaseFen is null || vacancy.SureMonthFen >= terms.BaseFen)
        && (terms.MostFen is null || vacancy.SureMonthFen <= terms.MostFen);

    /// <summary>What has no coordinates lies nowhere.</summary>
    private static bool IsNearEnough(SearchTerms terms, FreshVacancy vacancy) =>
        terms.Within is not { } circle
        || VacancyRanking.Kilometres(new(circle.Latitude, circle.Longitude, ""), vacancy.Candidate.Latitude, vacancy.Candidate.Longitude) <= circle.Kilometres;

    private static bool Takes(VacancyWish wish, FreshVacancy vacancy) =>
        !(wish.NoLicence && vacancy.NeedsLicence)
        && (wish.School is null || vacancy.School <= wish.School)
        && (!wish.AnyAge || vacancy is { AgeMin: null, AgeMax: null })
        && (wish.Age is not { } age || ((vacancy.AgeMin ?? age) <= age && (vacancy.AgeMax ?? age) >= age));

    private static bool Names(string? text, string name) => text?.Contains(name, StringComparison.Ordinal) ?? false;
}
