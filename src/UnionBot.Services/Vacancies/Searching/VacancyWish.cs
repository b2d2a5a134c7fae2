using System.Text.Json.Serialization;
using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>What a worker wants. Kept in the talk: so nothing of it may be sensitive, and lists are never null.</summary>
public sealed record VacancyWish
{
    /// <summary>By their first names in <c>trades.txt</c>; any of them will do. Empty: whatever the trade.</summary>
    public IReadOnlyList<string> Trades { get; init; } = [];

    public IReadOnlyList<string> NotTrades { get; init; } = [];

    /// <summary>Words for work that is no known trade; null when there are none.</summary>
    public string? Words { get; init; }

    /// <summary>Codes of districts or cities; any of them will do.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> NotRegions { get; init; } = [];

    /// <summary>A road or quarter: 洪楼, 解放路.</summary>
    public string? Quarter { get; init; }

    /// <summary>Roads or quarters where the worker does not go.</summary>
    public IReadOnlyList<string> NotQuarters { get; init; } = [];

    /// <summary>From where distances count; null when nobody sent a place.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>How far from <see cref="Near"/>; null when it was not said.</summary>
    public Reach? Reach { get; init; }

    public PayWish? Pay { get; init; }

    public VacancyTraits Wants { get; init; }

    /// <summary>最好: what counts, but is not demanded.</summary>
    public VacancyTraits Likes { get; init; }

    public VacancyTraits Refuses { get; init; }

    /// <summary>不要夜班，除了保安: trades in which what is refused will do all the same.</summary>
    public IReadOnlyList<string> ExceptTrades { get; init; } = [];

    /// <summary>The worker's own age in years; null when they did not say it.</summary>
    public int? Age { get; init; }

    /// <summary>不看年龄: only posts that name no age.</summary>
    public bool AnyAge { get; init; }

    /// <summary>How long the worker went to school; null when they did not say it.</summary>
    public Education? School { get; init; }

    /// <summary>The first day on which the worker can start, in China; null when they did not say it. Nothing is searched by it.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The worker has no certificate.</summary>
    public bool NoLicence { get; init; }

    /// <summary>工资高的: the best paid first.</summary>
    public bool ByPay { get; init; }

    /// <summary>离家近点: the nearest to <see cref="Near"/> first.</summary>
    public bool Nearest { get; init; }

    /// <summary>The wish, looked for where the other is when it says nothing of places.</summary>
    public VacancyWish OrWhere(VacancyWish other) => this is { Regions: [], Quarter: null, Near: null }
        ? this with { Regions = other.Regions, Quarter = other.Quarter, Near = other.Near, Reach = Reach ?? other.Reach }
        : this;

    /// <summary>Whether trade, place and pay are the same: then no more than a further condition was said.</summary>
    public bool IsAboutSameWorkAs(VacancyWish other) =>
        Trades.SequenceEqual(other.Trades) && Regions.SequenceEqual(other.Regions)
        && (Words, Quarter, Pay) == (other.Words, other.Quarter, other.Pay);

    [JsonIgnore]
    public bool IsEmpty => this is
    {
        Trades: [], NotTrades: [], Words: null, Regions: [], NotRegions: [], Quarter: null, NotQuarters: [], Near: null, Reach: null, Pay: null, Age: null, School: null,
        StartsOn: null, Wants: VacancyTraits.None, Likes: VacancyTraits.None, Refuses: VacancyTraits.None, NoLicence: false, ByPay: false,
        AnyAge: false,
    };
}

/// <summary>The pay that is wanted.</summary>
/// <param name="MinFen">At least; null when only a most was said: 五千以内.</param>
/// <param name="MaxFen">At most; null when there is no upper end.</param>
public sealed record PayWish(PayUnit Unit, long? MinFen, long? MaxFen = null)
{
    /// <summary>到手: what is left after tax and insurance. Posts do not say that, so the search takes it as it is.</summary>
    public bool IsNet { get; init; }

    /// <summary>底薪: the fixed part alone, so the least that a vacancy pays counts.</summary>
    public bool IsBase { get; init; }

    /// <summary>What the least comes to in a month.</summary>
    [JsonIgnore]
    public long? MonthFen => MinFen * Posts.Pay.HowOften(Unit);

    /// <summary>What the most comes to in a month.</summary>
    [JsonIgnore]
    public long? MostMonthFen => MaxFen * Posts.Pay.HowOften(Unit);
}
