namespace UnionBot.Core.Calendar.Rules;

/// <summary>Why a text is no rule.</summary>
/// <param name="Part">The words that are meant; "" when it is the whole text.</param>
public sealed record RuleFault(RuleProblem Problem, string Part)
{
    /// <summary>What may be meant instead; empty where nothing is near.</summary>
    public IReadOnlyList<string> Guesses { get; init; } = [];
}

/// <summary>Worded by <c>templates/calendar/rules.yaml</c>: what is wrong, and what would be right.</summary>
public enum RuleProblem
{
    Empty,
    TooLong,

    /// <summary>No day begins so.</summary>
    UnknownDay,

    /// <summary>The same, where known words are near.</summary>
    MisspeltDay,

    /// <summary>13月, 2月30日, 正月三十一.</summary>
    ImpossibleDay,

    /// <summary>十月一, 六月十五.</summary>
    SolarOrLunar,

    /// <summary>第24个工作日, 第六个星期一.</summary>
    TooManyInMonth,

    /// <summary>春节前, without how many days.</summary>
    HowLong,

    /// <summary>春节前两个月.</summary>
    Months,

    /// <summary>前500天, 第0个.</summary>
    OutOfRange,

    /// <summary>6月前10天: a span has no one day to count from.</summary>
    FromSpan,

    /// <summary>小暑到, without a day behind it.</summary>
    NoEnd,

    /// <summary>Behind the day stands what is not understood.</summary>
    Rest,

    /// <summary>日最高37℃, without ≥ or ≤.</summary>
    WeatherComparison,

    /// <summary>日最高≥很热, or beyond 60 degrees.</summary>
    WeatherDegrees,
}
