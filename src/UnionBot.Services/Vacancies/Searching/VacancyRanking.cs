using System.Numerics;
using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>The order in which vacancies that fit are shown: trade 40, place 25, pay 20, shift and benefits 10, freshness 5.</summary>
internal static class VacancyRanking
{
    private const double Trade = 40;
    private const double Place = 25;
    private const double Pay = 20;
    private const double Extras = 10;
    private const double Fresh = 5;
    private const double FarKilometres = 20;
    public const double KilometresOfDegree = 111.2;

    /// <summary>The best first; of one employer's vacancies the second comes behind those of others near it.</summary>
    public static IReadOnlyList<Candidate> Order(VacancyWish wish, IEnumerable<Candidate> candidates, DateOnly today)
    {
        var ranked = candidates
            .Select(c => (Candidate: c, Points: OrderOf(wish, c, today)))
            .OrderByDescending(c => c.Points).ThenByDescending(c => c.Candidate.MonthFen).ThenByDescending(c => c.Candidate.Id)
            .Select(c => c.Candidate)
            .ToList();
        return Spread(ranked);
    }

    /// <summary>Great-circle distance is overkill within a city: a flat map is good to a few metres.</summary>
    public static double? Kilometres(GeoPoint? from, double? latitude, double? longitude)
    {
        if (from is not { } here || latitude is not { } north || longitude is not { } east) return null;

        var (dy, dx) = (north - here.Latitude, (east - here.Longitude) * Math.Cos(here.Latitude * Math.PI / 180));
        return Math.Sqrt((dy * dy) + (dx * dx)) * KilometresOfDegree;
    }

    /// <summary>The higher, the further in front; only for comparison with others of the same wish.</summary>
    public static double OrderOf(VacancyWish wish, Candidate vacancy, DateOnly today) =>
        wish.ByPay ? vacancy.MonthFen ?? 0 :
        wish is { Nearest: true, Near: not null } ? -(Kilometres(wish.Near, vacancy.Latitude, vacancy.Longitude) ?? FarKilometres) :
        Points(wish, vacancy, today);

    /// <summary>
    /// No vacancy that pays as much as this or less, and of which no quarter is known, comes before this. Summed up in the order of
    /// the points themselves, so that rounding never puts one above it.
    /// </summary>
    /// <param name="newest">The last day on which any of them was verified.</param>
    public static double MostOf(VacancyWish wish, long? monthFen, DateOnly newest, DateOnly today) =>
        wish.ByPay ? monthFen ?? 0 :
        wish is { Nearest: true, Near: not null } ? double.PositiveInfinity :
        Trade
        + (wish.Near is null ? Place * 4 / 5 : Place)
        + MostPayPoints(wish, monthFen)
        + ((wish.Wants | wish.Likes) == VacancyTraits.None ? Extras / 2 : Extras)
        + FreshPoints(newest, today);

    private static double Points(VacancyWish wish, Candidate vacancy, DateOnly today) =>
        (vacancy.IsTrade ? Trade : Trade / 2)
        + PlacePoints(wish, vacancy)
        + PayPoints(wish, vacancy)
        + ExtraPoints(wish, vacancy)
        + FreshPoints(vacancy.VerifiedOn, today);

    private static double FreshPoints(DateOnly? verifiedOn, DateOnly today) =>
        Fresh * Math.Max(0, 1 - ((today.DayNumber - (verifiedOn?.DayNumber ?? 0)) / (double)Vacancy.DaysVerified));

    private static double PlacePoints(VacancyWish wish, Candidate vacancy)
    {
        if (Kilometres(wish.Near, vacancy.Latitude, vacancy.Longitude) is { } distance) return Place * Math.Max(0, 1 - (distance / FarKilometres));
        if (wish.Near is not null) return Place / 3;
        if (vacancy.IsQuarter) return Place;
        return wish.Regions.Count == 0 || wish.Regions.Any(code => IsIn(vacancy.Region, code)) ? Place * 4 / 5 : Place / 3;
    }

    /// <summary>370100 is the city of 370102.</summary>
    private static bool IsIn(string region, string code) =>
        region == code || (code.EndsWith("00", StringComparison.Ordinal) && region.StartsWith(code[..4], StringComparison.Ordinal));

    private static double PayPoints(VacancyWish wish, Candidate vacancy)
    {
        if (vacancy.MonthFen is not { } offered) return 0;
        if (wish.Pay is not { } wanted) return Pay / 2;

        var share = ShareOf(wanted, offered);
        if (wanted.MostMonthFen is { } most && offered > most) share *= most / (double)offered;
        return (Pay * share / 1.5 * 0.8) + (vacancy.PayUnit == wanted.Unit ? Pay * 0.2 : 0);
    }

    /// <summary>As if it were paid by what was asked for, and not above the most that was said.</summary>
    private static double MostPayPoints(VacancyWish wish, long? monthFen) =>
        wish.Pay is { } wanted ? (Pay * ShareOf(wanted, monthFen ?? 0) / 1.5 * 0.8) + (Pay * 0.2) : Pay / 2;

    private static double ShareOf(PayWish wanted, long offered) =>
        wanted.MonthFen is { } least ? Math.Clamp(offered / (double)least, 0, 1.5) : 1;

    private static double ExtraPoints(VacancyWish wish, Candidate vacancy)
    {
        var asked = wish.Wants | wish.Likes;
        return asked == VacancyTraits.None ? Extras / 2 : Extras * Count(vacancy.Traits & asked) / Count(asked);
    }

    private static int Count(VacancyTraits traits) => BitOperations.PopCount((uint)traits);

    /// <summary>Puts a vacancy behind the next two when its employer is among the two before it.</summary>
    private static List<Candidate> Spread(List<Candidate> ranked)
    {
        var spread = new List<Candidate>(ranked.Count);
        var rest = new LinkedList<Candidate>(ranked);
        while (rest.First is { } next)
        {
            var chosen = next;
            while (chosen is not null && spread.TakeLast(2).Any(c => c.Employer == chosen.Value.Employer)) chosen = chosen.Next;
            chosen ??= next;
            spread.Add(chosen.Value);
            rest.Remove(chosen);
        }

        return spread;
    }
}
