using System.Globalization;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>A vacancy in a list.</summary>
/// <param name="Place">The district.</param>
/// <param name="Street">Null when it is not known.</param>
/// <param name="Kilometres">From the place that was sent, with one decimal; null when either is not known.</param>
/// <param name="Traits">白班, 管饭, …</param>
public sealed record VacancyCard(
    long Id, string Title, string Employer, string Place, string? Street, string? Kilometres, SaidPay Pay, IReadOnlyList<string> Traits, DateOnly VerifiedOn);

/// <summary>Pay for a template. At most one of the units is set; none means that the pay is to be agreed.</summary>
/// <param name="MinFen">Null when only the most is said.</param>
/// <param name="MaxFen">Null when it is open, or the same as the least.</param>
public sealed record SaidPay(long? MinFen, long? MaxFen, bool IsMonth, bool IsDay, bool IsHour, bool IsPiece)
{
    public bool IsRange => MinFen is not null && MaxFen is not null;

    public bool IsSaid => MinFen is not null || MaxFen is not null;

    /// <summary>Whole yuan.</summary>
    public string Min => Yuan(MinFen);

    public string Max => Yuan(MaxFen);

    /// <summary>Whether there may be more than is said.</summary>
    public bool IsOpen { get; init; }

    public static SaidPay Of(Pay pay) => new(
        pay.MinFen,
        pay.MaxFen == pay.MinFen ? null : pay.MaxFen,
        pay.Unit == PayUnit.Month,
        pay.Unit == PayUnit.Day,
        pay.Unit == PayUnit.Hour,
        pay.Unit == PayUnit.Piece)
    {
        IsOpen = pay.MaxFen is null && pay.MinFen is not null,
    };

    private static string Yuan(long? fen) =>
        fen is { } amount ? (amount / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";
}

/// <summary>All that a worker is told of a vacancy; null is what nobody said.</summary>
public sealed record VacancyDetail(
    VacancyCard Card,
    string? Address,
    string? Duties,
    string? PayTerms,
    string? Hours,
    string? Benefits,
    string? Demands,
    string? Licence,
    Education School,
    int? AgeMin,
    int? AgeMax,
    int? HeadCount,
    DateOnly ValidUntil,
    DateOnly? LicenceSeenOn)
{
    private const int MostOfDuties = 160;

    /// <summary>What it says of the work.</summary>
    public VacancyTraits Traits { get; init; }

    /// <summary>What it says that the work is not, or has not.</summary>
    public VacancyTraits Denied { get; init; }

    /// <summary>As much of the duties as a message has room for.</summary>
    public string ShortDuties => Duties is { Length: > MostOfDuties } ? $"{Duties[..MostOfDuties]}…" : Duties ?? "";

    /// <summary>Years; "" when it is not said, as of <see cref="To"/>.</summary>
    public string From => Text(AgeMin);

    public string To => Text(AgeMax);

    /// <summary>Whether it asks for anything but an age.</summary>
    public bool HasDemands => Demands is not null || Licence is not null || School != Education.Any;

    public bool HasAge => AgeMin is not null || AgeMax is not null;

    /// <summary>How many are wanted; "" when it is not said.</summary>
    public string People => Text(HeadCount);

    public bool NeedsJunior => School == Education.Junior;

    public bool NeedsSenior => School == Education.Senior;

    public bool NeedsCollege => School == Education.College;

    public bool NeedsBachelor => School == Education.Bachelor;

    public bool NeedsMaster => School == Education.Master;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
