using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Turns a wish into terms, and gives way step by step: place, pay, what is not said, trade.</summary>
public sealed class SearchLadder(Neighbours neighbours, RegionBook regions)
{
    /// <summary>So much of the wanted pay will do at last, in per cent.</summary>
    public const int LeastPayPercent = 90;

    private const int AdultAge = 18;

    /// <summary>From a place that was sent, where no distance was said.</summary>
    private const double NearKilometres = 5;

    private const double FurtherKilometres = 5;

    private static readonly Relaxation[] Steps =
        [Relaxation.Quarter, Relaxation.Place, Relaxation.City, Relaxation.Pay, Relaxation.Extras, Relaxation.Trade];

    /// <summary>What is given way in, more with every rung; the first gives way in nothing.</summary>
    public IEnumerable<Relaxation> Rungs(VacancyWish wish)
    {
        var rung = Relaxation.None;
        yield return rung;
        foreach (var step in Steps)
        {
            if (!Helps(wish, step)) continue;
            yield return rung |= step;
        }
    }

    internal SearchTerms Terms(VacancyWish wish, Relaxation given)
    {
        var (refused, wanted) = (Refused(wish), wish.Wants);
        var isExact = !given.HasFlag(Relaxation.Extras);
        return new SearchTerms
        {
            All = [.. isExact ? VacancyIndex.Traits(wanted) : [], .. WordsOf(wish, given), .. QuarterOf(wish, given)],
            AnyOf = [.. new[] { PlacesOf(wish, given), TradesOf(wish, given) }.Where(group => group.Length > 0)],
            None = [.. VacancyIndex.Traits(refused)],
            Unless = [.. wish.ExceptTrades.Select(VacancyIndex.Trade)],
            Never =
            [
                .. VacancyIndex.Denials(wanted),
                .. wish.NotTrades.Concat(SiteTradesOf(wish)).Distinct().Select(VacancyIndex.Trade),
                .. wish.NotRegions.Select(Place),
            ],
            Within = wish is { Near: { } near, Reach: not null } ? new Circle(near.Latitude, near.Longitude, KilometresAround(wish, given)) : null,
            MonthFen = wish.Pay is { IsBase: false } ? LeastOf(wish, given) : null,
            BaseFen = wish.Pay is { IsBase: true } ? LeastOf(wish, given) : null,
            AnyAge = wish.AnyAge && isExact,
            MostFen = given.HasFlag(Relaxation.Pay) ? null : wish.Pay?.MostMonthFen,
        };
    }

    /// <summary>The districts that a search went on to, beside those that were said; empty when it did not.</summary>
    public IReadOnlyList<string> FurtherRegions(VacancyWish wish, Relaxation given)
    {
        if (wish.Near is not null && given.HasFlag(Relaxation.Place)) return [];
        return [.. RegionsOf(wish, given).Except(wish.Regions)];
    }

    /// <summary>How far from the place that was sent a search looks.</summary>
    public static double KilometresAround(VacancyWish wish, Relaxation given) =>
        (wish.Reach?.Kilometres ?? NearKilometres) + (given.HasFlag(Relaxation.Place) ? FurtherKilometres : 0);

    private bool Helps(VacancyWish wish, Relaxation step) => step switch
    {
        Relaxation.Quarter => wish.Quarter is not null,
        Relaxation.Place => wish.Near is not null || wish.Regions.Any(code => neighbours.OfDistrict(code).Count > 0),
        Relaxation.City => wish.Regions.Any(code => regions.ByCode(code) is { Level: RegionLevel.County }),
        Relaxation.Pay => wish.Pay is not null,
        Relaxation.Extras => wish.Wants != VacancyTraits.None || wish.AnyAge,
        Relaxation.Trade => wish.Trades.Count > 0 || wish.Words is not null,
        _ => false,
    };

    private static long? LeastOf(VacancyWish wish, Relaxation given) =>
        wish.Pay?.MonthFen * (given.HasFlag(Relaxation.Pay) ? LeastPayPercent : 100) / 100;

    private string[] TradesOf(VacancyWish wish, Relaxation given)
    {
        var trades = given.HasFlag(Relaxation.Trade) ? wish.Trades.SelectMany(t => neighbours.OfTrade(t).Append(t)) : wish.Trades;
        var tokens = trades.Distinct().Select(VacancyIndex.Trade);
        return [.. given.HasFlag(Relaxation.Trade) && wish.Words is { } words ? tokens.Concat(VacancyIndex.Pairs(words).Select(VacancyIndex.Word)) : tokens];
    }

    /// <summary>不去工地: posts of such trades need not say that they are on one. What was asked for by name is meant all the same.</summary>
    private IEnumerable<string> SiteTradesOf(VacancyWish wish) =>
        wish.Refuses.HasFlag(VacancyTraits.Site) ? neighbours.OfSites.Except(wish.Trades) : [];

    private static IEnumerable<string> WordsOf(VacancyWish wish, Relaxation given) =>
        wish.Words is { } words && !given.HasFlag(Relaxation.Trade) ? VacancyIndex.Pairs(words).Select(VacancyIndex.Word) : [];

    private static IEnumerable<string> QuarterOf(VacancyWish wish, Relaxation given) =>
        wish.Quarter is { } quarter && !given.HasFlag(Relaxation.Quarter) ? VacancyIndex.Pairs(quarter).Select(VacancyIndex.Street) : [];

    private string[] PlacesOf(VacancyWish wish, Relaxation given)
    {
        var codes = RegionsOf(wish, given);
        if (wish.Near is not { } near) return [.. codes.Select(Place)];

        // What says no more than its district is near when the place lies in it.
        var around = VacancyIndex.Around(near.Latitude, near.Longitude, RingsAround(wish, near.Latitude, given));
        var inDistrict = codes.Select(code => given.HasFlag(Relaxation.City) ? Place(code) : VacancyIndex.Unplaced(code));
        return [.. around, .. inDistrict];
    }

    private static int RingsAround(VacancyWish wish, double latitude, Relaxation given) =>
        wish.Reach is null ? (given.HasFlag(Relaxation.Place) ? 2 : 1) : VacancyIndex.RingsOver(latitude, KilometresAround(wish, given));

    private IReadOnlyList<string> RegionsOf(VacancyWish wish, Relaxation given)
    {
        var codes = wish.Regions.AsEnumerable();
        if (given.HasFlag(Relaxation.Place) && wish.Near is null) codes = codes.Concat(wish.Regions.SelectMany(neighbours.OfDistrict));
        if (given.HasFlag(Relaxation.City))
            codes = codes.Concat(wish.Regions.Select(code => regions.ByCode(code)).OfType<RegionName>().Select(regions.CityOf).OfType<RegionName>().Select(c => c.Code));

        return [.. codes.Distinct()];
    }

    private string Place(string code) => regions.ByCode(code)?.Level is RegionLevel.City ? VacancyIndex.City(code) : VacancyIndex.Region(code);

    /// <summary>Who works by turns works at night; whoever is under 18 may do neither, nor heavy work (未成年工).</summary>
    private static VacancyTraits Refused(VacancyWish wish)
    {
        var refused = wish.Refuses;
        if (wish.Age < AdultAge) refused |= VacancyTraits.Night | VacancyTraits.Heavy;
        return refused.HasFlag(VacancyTraits.Night) && !wish.Wants.HasFlag(VacancyTraits.Rotating) ? refused | VacancyTraits.Rotating : refused;
    }
}
