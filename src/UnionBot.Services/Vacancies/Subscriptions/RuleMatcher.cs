using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Holds wishes against vacancies in memory, by the same terms as a search that gives way in nothing.</summary>
internal sealed class RuleMatcher(SearchLadder ladder)
{
    /// <summary>More at once are not read.</summary>
    public const int Most = 3;

    /// <summary>
    /// The best few of what is new, at most one of each employer. The vacancies come with the best paid first, so that most of them are
    /// passed over as soon as nothing that pays less could still come before what has been found.
    /// </summary>
    /// <param name="isNews">Whether the worker neither knows a vacancy nor refused it.</param>
    /// <param name="today">The day in China.</param>
    public IReadOnlyList<FreshVacancy> Choose(VacancyWish wish, FreshVacancies fresh, Func<FreshVacancy, bool> isNews, DateOnly today)
    {
        var terms = ladder.Terms(wish, Relaxation.None);
        var best = new BestOfEmployers(Most);
        foreach (var vacancy in fresh.With(terms))
        {
            if (best.Least is { } least && VacancyRanking.MostOf(wish, vacancy.Candidate.MonthFen, fresh.NewestOn, today) <= least) break;
            if (Fits(wish, terms, vacancy) && isNews(vacancy)) best.Offer(vacancy, VacancyRanking.OrderOf(wish, vacancy.Candidate, today));
        }

        return best.Chosen;
    }

    private static bool Fits(VacancyWish wish, SearchTerms terms, FreshVacancy vacancy) =>
        PaysEnough(terms, vacancy)
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
