using System.Globalization;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>A few vacancies that fit, and what the search made of the wish.</summary>
/// <param name="Said">What was understood, in words.</param>
/// <param name="Exact">How many fit in everything.</param>
/// <param name="Found">How many there are with what was given way in.</param>
/// <param name="IsMany">Whether there are more than were counted.</param>
/// <param name="Cards">Up to three, the best first.</param>
/// <param name="Left">How many more can be shown.</param>
public sealed record VacancyPage(
    SaidWish Said, int Exact, int Found, bool IsMany, GivenWay Given, IReadOnlyList<VacancyCard> Cards, int Left)
{
    public bool HasExact => Exact > 0;

    public bool HasMore => Left > 0;

    public string ExactCount => Exact.ToString(CultureInfo.InvariantCulture);

    public string FoundCount => Found.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A wish in words, so that one word can mend it. Lists are empty and numbers null where nothing was said.</summary>
/// <param name="PayFen">What is wanted at least, by the month unless one of the next two is set.</param>
public sealed record SaidWish(
    IReadOnlyList<string> Trades,
    IReadOnlyList<string> NotTrades,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> NotPlaces,
    bool IsNearPlace,
    long? PayFen,
    bool IsDayPay,
    bool IsHourPay,
    IReadOnlyList<string> Wants,
    IReadOnlyList<string> Likes,
    IReadOnlyList<string> Refuses,
    IReadOnlyList<string> ExceptTrades,
    bool ByPay,
    int? Years)
{
    /// <summary>What is wanted at most; null when there is no upper end.</summary>
    public long? PayMostFen { get; init; }

    /// <summary>到手: after tax and insurance.</summary>
    public bool IsNetPay { get; init; }

    /// <summary>底薪: without commission.</summary>
    public bool IsBasePay { get; init; }

    /// <summary>How far it may be; null when it was not said.</summary>
    public SaidReach? Reach { get; init; }

    /// <summary>The first day on which the worker can start; null when it was not said.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Whether that day has come.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>Only posts that name no age.</summary>
    public bool AnyAge { get; init; }

    public bool IsPaySaid => PayFen is not null || PayMostFen is not null;

    public long Pay => PayFen ?? 0;

    public long MostPay => PayMostFen ?? 0;

    /// <summary>The worker's own age; "" when it was not said.</summary>
    public string Age => Years?.ToString(CultureInfo.InvariantCulture) ?? "";

    public bool IsAnything => this is
    {
        Trades: [], NotTrades: [], Places: [], NotPlaces: [], IsNearPlace: false, IsPaySaid: false, Wants: [], Likes: [], Refuses: [], ByPay: false, Years: null,
        Reach: null, StartsOn: null, AnyAge: false,
    };
}

/// <summary>公交 40 分钟内, and the kilometres that it was taken for.</summary>
public sealed record SaidReach(string Way, string Minutes, string Kilometres);

/// <summary>What a search gave way in.</summary>
/// <param name="Places">Districts it went on to.</param>
/// <param name="Kilometres">How far from the place that was sent; null when none was, or nothing was given way in.</param>
/// <param name="PayFen">The least pay it went down to; null when it did not.</param>
public sealed record GivenWay(
    bool Quarter, IReadOnlyList<string> Places, double? Kilometres, long? PayFen, IReadOnlyList<string> Extras, bool Trade)
{
    public long Pay => PayFen ?? 0;

    public string Distance => Kilometres?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether it went on to what pays more than was wanted at most.</summary>
    public bool IsPayOpen { get; init; }

    /// <summary>Whether it went on to what names an age, which was not wanted.</summary>
    public bool IsAgeOpen { get; init; }

    /// <summary>A place that is given up and lies in no district that is known, such as 高新区; null when there is none.</summary>
    public string? Beyond { get; init; }

    public static readonly GivenWay Nothing = new(false, [], null, null, [], false);

    public bool IsAnything => this is not { Quarter: false, Places: [], Kilometres: null, PayFen: null, IsPayOpen: false, IsAgeOpen: false, Extras: [], Trade: false };
}
