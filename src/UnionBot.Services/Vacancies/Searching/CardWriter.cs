using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Puts vacancies, wishes and what a search gave way in into facts for replies.</summary>
internal sealed class CardWriter(SearchLadder ladder, RegionBook regions, TraitWords words)
{
    /// <summary>What a list has room for beside place and pay; the rest stands in the detail.</summary>
    private const VacancyTraits Listed =
        VacancyTraits.Day | VacancyTraits.Night | VacancyTraits.Rotating | VacancyTraits.Weekend | VacancyTraits.Hourly | VacancyTraits.PartTime
        | VacancyTraits.Temporary | VacancyTraits.DailyPay | VacancyTraits.Board | VacancyTraits.Lodging | VacancyTraits.SocialInsurance
        | VacancyTraits.TwoDaysOff | VacancyTraits.HalfDay | VacancyTraits.CommissionOnly;

    /// <summary>Cards in the order of the ids.</summary>
    public async Task<IReadOnlyList<VacancyCard>> WriteAsync(UnionDb db, IReadOnlyList<long> ids, GeoPoint? near, CancellationToken ct)
    {
        if (ids.Count == 0) return [];

        var rows = await Rows(db).Where(r => ids.Contains(r.Vacancy.Id)).ToDictionaryAsync(r => r.Vacancy.Id, ct);
        return [.. ids.Where(rows.ContainsKey).Select(id => Card(rows[id], near))];
    }

    public async Task<VacancyDetail> DetailAsync(UnionDb db, long id, CancellationToken ct)
    {
        var row = await Rows(db).SingleAsync(r => r.Vacancy.Id == id, ct);
        var vacancy = row.Vacancy;
        return new VacancyDetail(
            Card(row, near: null), vacancy.Address, vacancy.Duties, vacancy.PayTerms, vacancy.Hours, vacancy.Benefits, vacancy.Demands,
            vacancy.Licence, vacancy.Education, vacancy.AgeMin, vacancy.AgeMax, vacancy.HeadCount, vacancy.ValidUntil,
            row.Employer.LicenceSeenOn)
        {
            Traits = vacancy.Traits,
            Denied = vacancy.Denied,
        };
    }

    /// <param name="today">The day in China.</param>
    public SaidWish Say(VacancyWish wish, DateOnly today) => new(
        wish.Words is { } other ? [.. wish.Trades, other] : wish.Trades,
        [.. wish.NotTrades.Except(words.NamesOf(wish.Refuses))],
        [.. wish.Regions.Select(NameOf), .. wish.Quarter is { } quarter ? [quarter] : Array.Empty<string>()],
        [.. wish.NotRegions.Select(NameOf), .. wish.NotQuarters],
        wish.Near is not null,
        wish.Pay?.MinFen,
        wish.Pay?.Unit == PayUnit.Day,
        wish.Pay?.Unit == PayUnit.Hour,
        words.NamesOf(wish.Wants),
        words.NamesOf(wish.Likes),
        words.NamesOf(wish.Refuses),
        wish.ExceptTrades,
        wish.ByPay,
        wish.Age)
    {
        PayMostFen = wish.Pay?.MaxFen,
        IsNetPay = wish.Pay is { IsNet: true },
        IsBasePay = wish.Pay is { IsBase: true },
        Reach = wish.Reach is { } reach ? new SaidReach(reach.Way, Text(reach.Minutes), Text(reach.Kilometres)) : null,
        StartsOn = wish.StartsOn,
        IsAtOnce = wish.StartsOn <= today,
        AnyAge = wish.AnyAge,
    };

    public GivenWay Say(VacancyWish wish, Relaxation given) => new(
        given.HasFlag(Relaxation.Quarter),
        [.. ladder.FurtherRegions(wish, given).Select(NameOf)],
        given.HasFlag(Relaxation.Place) && wish.Near is not null ? SearchLadder.KilometresAround(wish, given) : null,
        given.HasFlag(Relaxation.Pay) && wish.Pay is { } pay ? pay.MinFen * SearchLadder.LeastPayPercent / 100 : null,
        given.HasFlag(Relaxation.Extras) ? words.NamesOf(wish.Wants) : [],
        given.HasFlag(Relaxation.Trade))
    {
        IsPayOpen = given.HasFlag(Relaxation.Pay) && wish.Pay?.MaxFen is not null,
        IsAgeOpen = given.HasFlag(Relaxation.Extras) && wish.AnyAge,
        Beyond = given.HasFlag(Relaxation.Quarter) && !wish.Regions.Any(IsDistrict) ? wish.Quarter : null,
    };

    private static IQueryable<Row> Rows(UnionDb db) =>
        from vacancy in db.Vacancies.AsNoTracking()
        join employer in db.Employers on vacancy.EmployerId equals employer.Id
        select new Row { Vacancy = vacancy, Employer = employer };

    private VacancyCard Card(Row row, GeoPoint? near) => new(
        row.Vacancy.Id,
        row.Vacancy.Title,
        row.Employer.Name,
        NameOf(row.Vacancy.RegionCode),
        row.Vacancy.Street,
        VacancyRanking.Kilometres(near, row.Vacancy.Latitude, row.Vacancy.Longitude)?.ToString("0.0", CultureInfo.InvariantCulture),
        SaidPay.Of(row.Vacancy.Facts.Pay),
        words.NamesOf(row.Vacancy.Traits & Listed),
        row.Vacancy.VerifiedOn!.Value);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private bool IsDistrict(string code) => regions.ByCode(code)?.Level is RegionLevel.County;

    private string NameOf(string code) => regions.ByCode(code)?.Name ?? code;

    /// <summary>With properties that are set: a query goes on behind these, but not behind a constructor.</summary>
    private sealed record Row
    {
        public required Vacancy Vacancy { get; init; }

        public required Employer Employer { get; init; }
    }
}
