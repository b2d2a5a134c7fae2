namespace UnionBot.Services.Vacancies.Posts;

/// <summary>What is paid, in whole fen.</summary>
/// <param name="MinFen">The least; null when it is not said.</param>
/// <param name="MaxFen">The most; null when it is not said or open.</param>
public readonly record struct Pay(PayUnit Unit, long? MinFen, long? MaxFen)
{
    public const int DaysOfMonth = 22;
    public const int HoursOfDay = 8;

    public static readonly Pay Unsaid = new(PayUnit.Negotiable, null, null);

    /// <summary>The most a month may bring, to compare vacancies paid by the month, day and hour; null when nothing is said.</summary>
    public long? MonthFen => (MaxFen ?? MinFen) * HowOften(Unit);

    /// <summary>How often a month a full-time worker earns it, for comparing only.</summary>
    public static int HowOften(PayUnit unit) => unit switch
    {
        PayUnit.Day => DaysOfMonth,
        PayUnit.Hour => DaysOfMonth * HoursOfDay,
        _ => 1,
    };
}

/// <summary>What a pay is counted by. Stored as number: never changed.</summary>
public enum PayUnit
{
    /// <summary>面议.</summary>
    Negotiable = 0,

    Month = 1,
    Day = 2,
    Hour = 3,

    /// <summary>计件; the amounts are what it comes to in a month.</summary>
    Piece = 4,
}
