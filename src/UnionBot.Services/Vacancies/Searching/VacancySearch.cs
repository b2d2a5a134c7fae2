using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Searches the vacancies that staff have verified.</summary>
internal sealed class VacancySearch(TurnDatabase turn, SearchLadder ladder, CardWriter cards) : IVacancySearch
{
    private const int Enough = 3;
    internal const int MostCounted = 300;
    private const int MostSimilar = 2;

    public async Task<VacancyPage> SearchAsync(VacancyWish wish, IReadOnlyList<long> seen, DateTimeOffset at, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(at);
        var (found, exact, given) = await MatchAsync(wish, today, ct);
        var shown = VacancyRanking.Order(wish, found, today).Where(c => !seen.Contains(c.Id)).ToList();
        return new VacancyPage(
            cards.Say(wish, today),
            exact,
            found.Count,
            found.Count == MostCounted,
            found.Count > exact ? cards.Say(wish, given) : GivenWay.Nothing,
            await cards.WriteAsync(turn.Db, [.. shown.Take(Enough).Select(c => c.Id)], wish.Near, ct),
            Math.Max(0, shown.Count - Enough));
    }

    /// <summary>What fits on the first rung that has enough, at most as many as are counted.</summary>
    internal async Task<(IReadOnlyList<Candidate> Found, int Exact, Relaxation Given)> MatchAsync(
        VacancyWish wish, DateOnly today, CancellationToken ct)
    {
        var (found, exact, given) = (new List<Candidate>(), 0, Relaxation.None);
        foreach (var rung in ladder.Rungs(wish))
        {
            // A step that brings nothing is not spoken of.
            var next = await FindAsync(wish, ladder.Terms(wish, rung), today, ct);
            if (next.Count > found.Count) (found, given) = (next, rung);
            if (rung == Relaxation.None) exact = found.Count;
            if (found.Count >= Enough) break;
        }

        return (found, exact, given);
    }

    public async Task<VacancyDetail?> OpenAsync(long vacancy, DateTimeOffset at, CancellationToken ct) =>
        await Shown(UnionCalendar.DayOf(at)).AnyAsync(v => v.Id == vacancy, ct) ? await cards.DetailAsync(turn.Db, vacancy, ct) : null;

    public async Task<IReadOnlyList<VacancyCard>> SimilarAsync(long vacancy, DateTimeOffset at, CancellationToken ct)
    {
        var gone = await turn.Db.Vacancies.AsNoTracking().SingleAsync(v => v.Id == vacancy, ct);
        var trades = gone.Tokens.Where(t => t.StartsWith("t:", StringComparison.Ordinal)).ToArray();
        var ids = await Shown(UnionCalendar.DayOf(at))
            .Where(v => trades.Any(t => v.Tokens.Contains(t)) && v.Id != vacancy)
            .OrderByDescending(v => v.RegionCode == gone.RegionCode).ThenByDescending(v => v.VerifiedOn).ThenByDescending(v => v.Id)
            .Select(v => v.Id)
            .Take(MostSimilar)
            .ToListAsync(ct);
        return await cards.WriteAsync(turn.Db, ids, near: null, ct);
    }

    private async Task<List<Candidate>> FindAsync(VacancyWish wish, SearchTerms terms, DateOnly today, CancellationToken ct)
    {
        var query = Matching(Shown(today), terms);
        foreach (var refused in wish.NotQuarters)
        {
            query = query.Where(v => (v.Street == null || !v.Street.Contains(refused)) && (v.Address == null || !v.Address.Contains(refused)));
        }

        if (wish.NoLicence) query = query.Where(v => v.Licence == null);
        if (wish.School is { } school) query = query.Where(v => v.Education <= school);
        if (terms.AnyAge) query = query.Where(v => v.AgeMin == null && v.AgeMax == null);
        if (wish.Age is { } age) query = query.Where(v => (v.AgeMin == null || v.AgeMin <= age) && (v.AgeMax == null || v.AgeMax >= age));

        var quarter = VacancyIndex.Pairs(wish.Quarter).Select(VacancyIndex.Street).ToArray();
        // A trade that is the vacancy's own comes before one that only its title names: 洗碗保洁 behind 保洁.
        var (own, hasTrades) = (wish.Trades.ToArray(), wish.Trades.Count > 0);
        var ordered =
            wish.ByPay ? query.Where(v => v.PayMonthFen != null).OrderByDescending(v => v.PayMonthFen) :
            hasTrades ? query.OrderByDescending(v => own.Contains(v.Trade!)).ThenByDescending(v => v.VerifiedOn).ThenByDescending(v => v.Id) :
            query.OrderByDescending(v => v.VerifiedOn).ThenByDescending(v => v.Id);
        return await ordered.Take(MostCounted).Select(v => new Candidate(
            v.Id, v.EmployerId, v.RegionCode,
            !hasTrades || own.Contains(v.Trade!),
            quarter.Length > 0 && quarter.All(t => v.Tokens.Contains(t)),
            v.Latitude, v.Longitude, v.PayMonthFen, v.PayUnit, v.Traits, v.VerifiedOn)).ToListAsync(ct);
    }

    private static IQueryable<Vacancy> Matching(IQueryable<Vacancy> query, SearchTerms terms)
    {
        var (all, none, unless, never) = (terms.All, terms.None, terms.Unless, terms.Never);
        if (all.Length > 0) query = query.Where(v => all.All(t => v.Tokens.Contains(t)));
        foreach (var group in terms.AnyOf) query = query.Where(v => group.Any(t => v.Tokens.Contains(t)));
        if (never.Length > 0) query = query.Where(v => !never.Any(t => v.Tokens.Contains(t)));
        if (none.Length > 0 && unless.Length == 0) query = query.Where(v => !none.Any(t => v.Tokens.Contains(t)));
        if (none.Length > 0 && unless.Length > 0)
            query = query.Where(v => !none.Any(t => v.Tokens.Contains(t)) || unless.Any(t => v.Tokens.Contains(t)));

        if (terms.Within is { } circle) query = Around(query, circle);
        if (terms.MonthFen is { } least) query = query.Where(v => v.PayMonthFen >= least);
        return terms is { BaseFen: null, MostFen: null } ? query : Paying(query, terms.BaseFen, terms.MostFen);
    }

    /// <summary>What has no coordinates lies nowhere.</summary>
    private static IQueryable<Vacancy> Around(IQueryable<Vacancy> query, Circle circle)
    {
        var (latitude, longitude, narrowing) = (circle.Latitude, circle.Longitude, Math.Cos(circle.Latitude * Math.PI / 180));
        var square = Math.Pow(circle.Kilometres / VacancyRanking.KilometresOfDegree, 2);
        return from vacancy in query
               let north = vacancy.Latitude - latitude
               let east = (vacancy.Longitude - longitude) * narrowing
               where (north * north) + (east * east) <= square
               select vacancy;
    }

    /// <summary>Vacancies whose sure pay of a month lies between two bounds; null is no bound.</summary>
    private static IQueryable<Vacancy> Paying(IQueryable<Vacancy> query, long? least, long? most) =>
        from vacancy in query
        let often = vacancy.PayUnit == PayUnit.Day ? Pay.DaysOfMonth
            : vacancy.PayUnit == PayUnit.Hour ? Pay.DaysOfMonth * Pay.HoursOfDay
            : 1
        let sure = (vacancy.PayMinFen ?? vacancy.PayMaxFen) * often
        where (least == null || sure >= least) && (most == null || sure <= most)
        select vacancy;

    /// <summary>What workers may be shown: approved, not over, and verified not long ago.</summary>
    private IQueryable<Vacancy> Shown(DateOnly today)
    {
        var verifiedSince = today.AddDays(-Vacancy.DaysVerified);
        return turn.Db.Vacancies.AsNoTracking().Where(
            v => v.State == VacancyState.Approved && v.ValidUntil >= today && v.VerifiedOn >= verifiedSince);
    }
}
