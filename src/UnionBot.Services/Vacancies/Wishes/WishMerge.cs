using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>What a further sentence makes of a wish.</summary>
internal static class WishMerge
{
    /// <summary>A short change: what was not spoken of stays.</summary>
    /// <param name="adds">Whether trades and places come on top of those before.</param>
    public static VacancyWish Changed(VacancyWish before, VacancyWish said, bool adds) => before with
    {
        Trades = [.. Lists(before.Trades, said.Trades, adds).Except(said.NotTrades)],
        NotTrades = [.. before.NotTrades.Union(said.NotTrades).Except(said.Trades)],
        Words = said.Trades.Count > 0 ? null : said.Words ?? before.Words,
        Regions = Lists(before.Regions, said.Regions, adds),
        NotRegions = [.. before.NotRegions.Union(said.NotRegions).Except(said.Regions)],
        Quarter = said.Quarter ?? (said.Regions.Count > 0 ? null : before.Quarter),
        NotQuarters = [.. before.NotQuarters.Union(said.NotQuarters).Where(name => name != said.Quarter)],
        Near = said.Regions.Count > 0 || said.Quarter is not null ? null : before.Near,
        Reach = said.Reach ?? (said.Regions.Count > 0 || said.Quarter is not null ? null : before.Reach),
        Pay = said.Pay ?? before.Pay,
        Wants = (before.Wants & ~said.Refuses) | said.Wants,
        Likes = (before.Likes & ~said.Refuses) | said.Likes,
        Refuses = (before.Refuses & ~(said.Wants | said.Likes)) | said.Refuses,
        ExceptTrades = [.. before.ExceptTrades.Union(said.ExceptTrades)],
        Age = said.Age ?? before.Age,
        AnyAge = before.AnyAge || said.AnyAge,
        School = said.School ?? before.School,
        StartsOn = said.StartsOn ?? before.StartsOn,
        NoLicence = before.NoLicence || said.NoLicence,
        ByPay = said.ByPay || (before.ByPay && !said.Nearest),
        Nearest = said.Nearest || (before.Nearest && !said.ByPay),
    };

    /// <summary>A whole new sentence: nothing stays but what the worker told of themselves.</summary>
    public static VacancyWish New(VacancyWish before, VacancyWish said) => said with
    {
        Age = said.Age ?? before.Age,
        School = said.School ?? before.School,
        StartsOn = said.StartsOn ?? before.StartsOn,
        NoLicence = before.NoLicence || said.NoLicence,
        Refuses = said.Refuses | (before.Refuses & VacancyTraits.Heavy & ~said.Wants),
    };

    private static IReadOnlyList<string> Lists(IReadOnlyList<string> before, IReadOnlyList<string> said, bool adds) =>
        said.Count == 0 ? before : adds ? [.. before.Union(said)] : said;
}
