namespace UnionBot.Core.Calendar.Rules;

/// <summary>Days of the year as staff write them: 入伏起, 春节前20天, 6月第三个工作日, 小暑到处暑. Made by <see cref="WindowRules"/>.</summary>
public sealed class WindowRule
{
    private readonly RulePoint? _first;
    private readonly RuleEnd? _end;

    private WindowRule(string text, RuleKind kind, RulePoint? first, RuleEnd? end, WeatherLimit? weather) =>
        (Text, Kind, _first, _end, Weather) = (text, kind, first, end, weather);

    /// <summary>As it was written, without blanks.</summary>
    public string Text { get; }

    public RuleKind Kind { get; }

    /// <summary>Null for all rules but those of <see cref="RuleKind.Weather"/>.</summary>
    public WeatherLimit? Weather { get; }

    /// <summary>A window by a rule for its first day and one for its last: 入伏起 and 出伏止.</summary>
    /// <exception cref="ArgumentException">One is of the weather, or the last day is itself a span.</exception>
    public static WindowRule Between(WindowRule first, WindowRule last)
    {
        if (first._first is null) throw new ArgumentException("A rule of the weather has no first day.", nameof(first));
        if (last._first is null || last._end is not null) throw new ArgumentException("The last day must be one day.", nameof(last));

        return new WindowRule($"{first.Text}，{last.Text}", RuleKind.Span, first._first, new EndsOn(last._first), weather: null);
    }

    internal static WindowRule OfDays(string text, RuleKind kind, RulePoint first, RuleEnd? end = null) => new(text, kind, first, end, weather: null);

    internal static WindowRule OfWeather(string text, WeatherLimit limit) => new(text, RuleKind.Weather, first: null, end: null, limit);

    /// <summary>What it gives in a Gregorian year: all that begins in it, in order.</summary>
    /// <param name="year">1903 to 2098.</param>
    internal RuleYear In(int year, Workdays workdays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, WindowRules.FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, WindowRules.LastYear);
        if (_first is null) return new RuleYear(year, [], RuleGap.NeedsForecast);

        RuleDates[] dates = [.. _first.Around(year, workdays).Where(found => found.Day.Year == year).Distinct().Select(found => From(found, workdays)).OfType<RuleDates>()];
        return new RuleYear(year, dates, dates.Length == 0 ? _first.Gap : null);
    }

    private RuleDates? From(CountedDay first, Workdays workdays)
    {
        if (_end is null) return new RuleDates(first.Day, first.Day, first.IsProvisional);

        return _end.After(first.Day, workdays) is { } last ? new RuleDates(first.Day, last.Day, first.IsProvisional || last.IsProvisional) : null;
    }
}

/// <summary>What a rule says of its days.</summary>
public enum RuleKind
{
    /// <summary>正月十五: one day, or one in each month.</summary>
    Day,

    /// <summary>入伏起: something begins.</summary>
    Start,

    /// <summary>出伏止: something ends, with this day as its last.</summary>
    End,

    /// <summary>小暑到处暑: first and last day.</summary>
    Span,

    /// <summary>日最高≥37℃.</summary>
    Weather,
}

/// <summary>What a rule gives in a Gregorian year.</summary>
/// <param name="Dates">All that begins in the year, in order.</param>
/// <param name="Gap">Why there is nothing; null when there is something.</param>
public sealed record RuleYear(int Year, IReadOnlyList<RuleDates> Dates, RuleGap? Gap);

/// <param name="Last">The same day again for a single one.</param>
/// <param name="IsProvisional">Counted over workdays of a year whose holiday schedule is not loaded yet.</param>
public sealed record RuleDates(DateOnly First, DateOnly Last, bool IsProvisional);

/// <summary>Why a rule gives nothing in a year. Worded by <c>templates/calendar/rules.yaml</c>.</summary>
public enum RuleGap
{
    /// <summary>闰六月 in a year that has none.</summary>
    NoLeapMonth,

    /// <summary>2月29日, 九月三十, 第二十三个工作日.</summary>
    NoSuchDay,

    /// <summary>A lunar day falls just before and just after this Gregorian year.</summary>
    NotThisYear,

    /// <summary>The rule names another year.</summary>
    OtherYear,

    /// <summary>日最高≥37℃.</summary>
    NeedsForecast,
}
