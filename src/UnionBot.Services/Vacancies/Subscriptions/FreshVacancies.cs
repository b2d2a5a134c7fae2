using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>
/// All that is new, to be asked by one run at a time. Which vacancies have a token stands in bits, one for each vacancy, so that a
/// rule is held against tens of thousands of them in a few microseconds. They are numbered from the best paid down, of equal pay the
/// newer first: as <see cref="BestOfEmployers"/> decides between equals.
/// </summary>
internal sealed class FreshVacancies
{
    private readonly IReadOnlyList<FreshVacancy> _all;
    private readonly TokenBits _tokens;
    private DateOnly? _newestOn;

    /// <param name="fresh">With their tokens.</param>
    public FreshVacancies(IReadOnlyList<(FreshVacancy Vacancy, string[] Tokens)> fresh)
    {
        var ordered = fresh.OrderByDescending(f => f.Vacancy.Candidate.MonthFen ?? 0).ThenByDescending(f => f.Vacancy.Candidate.Id).ToList();
        _all = [.. ordered.Select(f => f.Vacancy)];
        _tokens = new TokenBits(fresh.Count);
        foreach (var (number, tokens) in ordered.Select((f, i) => (i, f.Tokens))) _tokens.Add(number, tokens);
    }

    private FreshVacancies(IReadOnlyList<FreshVacancy> all, TokenBits tokens) => (_all, _tokens) = (all, tokens);

    /// <summary>The last day on which any of them was verified, in China.</summary>
    public DateOnly NewestOn => _newestOn ??= _all.Max(v => v.Candidate.VerifiedOn) ?? DateOnly.MinValue;

    /// <summary>What is shown today and was verified since a day.</summary>
    public static async Task<FreshVacancies> ReadAsync(UnionDb db, DateOnly today, DateOnly since, CancellationToken ct)
    {
        var shown = db.Vacancies.AsNoTracking().Where(v => v.State == VacancyState.Approved && v.ValidUntil >= today && v.VerifiedOn >= since);
        var (all, tokens) = (new List<FreshVacancy>(), new TokenBits(await shown.CountAsync(ct)));
        var rows = shown.OrderByDescending(v => v.PayMonthFen ?? 0).ThenByDescending(v => v.Id).Select(v => new
        {
            v.Id,
            v.EmployerId,
            v.RegionCode,
            v.Latitude,
            v.Longitude,
            v.PayMonthFen,
            v.PayMinFen,
            v.PayMaxFen,
            v.PayUnit,
            v.Traits,
            v.VerifiedOn,
            v.Tokens,
            v.Education,
            v.AgeMin,
            v.AgeMax,
            v.Licence,
            v.Street,
            v.Address,
            v.ChangedAt,
        }).AsAsyncEnumerable();
        await foreach (var v in rows.WithCancellation(ct))
        {
            // One that was verified between the count and now is told of tomorrow.
            if (!tokens.HasRoomFor(all.Count)) break;

            tokens.Add(all.Count, v.Tokens);
            var candidate = new Candidate(
                v.Id, v.EmployerId, v.RegionCode, IsTrade: true, IsQuarter: false, v.Latitude, v.Longitude, v.PayMonthFen, v.PayUnit, v.Traits, v.VerifiedOn);
            var sure = (v.PayMinFen ?? v.PayMaxFen) * Pay.HowOften(v.PayUnit);
            all.Add(new FreshVacancy(candidate, v.Education, v.AgeMin, v.AgeMax, v.Licence is not null, v.Street, v.Address, sure, v.ChangedAt));
        }

        return new FreshVacancies(all, tokens);
    }

    /// <summary>Those whose tokens fit, the best paid first; pay, distance and the like are left to the caller.</summary>
    public IEnumerable<FreshVacancy> With(SearchTerms terms)
    {
        var found = _tokens.All();
        foreach (var token in terms.All) found.And(_tokens.Of([token]));
        foreach (var group in terms.AnyOf) found.And(_tokens.Of(group));
        if (terms.Never.Length > 0) found.AndNot(_tokens.Of(terms.Never));
        if (terms.None.Length > 0)
        {
            var refused = _tokens.Of(terms.None);
            if (terms.Unless.Length > 0) refused.AndNot(_tokens.Of(terms.Unless));
            found.AndNot(refused);
        }

        return found.Numbers().Where(number => number < _all.Count).Select(number => _all[number]);
    }
}
