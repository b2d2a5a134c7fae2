using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionBot.Chat.Calendar;

/// <summary>
/// A day that comes round every year, as written in data files: <c>10-01</c> fixed, <c>L1-15</c> lunar, <c>冬至</c> a solar
/// term, <c>初伏</c>, <c>中伏</c>, <c>末伏</c>, <c>05-W2-7</c> the second Sunday of May; each may be followed by a number of
/// days: <c>L1-1 -1</c> is 除夕.
/// </summary>
public sealed partial class DayRule
{
    private readonly Func<int, DateOnly?> _inYear;
    private readonly int _shift;

    private DayRule(Func<int, DateOnly?> inYear, int shift) => (_inYear, _shift) = (inYear, shift);

    /// <returns>Null when the text is no rule.</returns>
    public static DayRule? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;

        var shift = match.Groups["shift"] is { Success: true } group
            ? int.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : 0;
        return YearlyDay(match) is { } inYear ? new DayRule(inYear, shift) : null;
    }

    /// <summary>The first such day that is not before <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not from 1902 to 2090.</exception>
    public DateOnly NextFrom(DateOnly day)
    {
        // The day of a lunar year may fall into the next Gregorian one, and 29 February is rare.
        for (var year = day.Year - 1; ; year++)
        {
            if (_inYear(year)?.AddDays(_shift) is { } found && found >= day) return found;
        }
    }

    /// <summary>The first such day in a Gregorian year; null when there is none.</summary>
    public DateOnly? InYear(int year)
    {
        var found = NextFrom(new DateOnly(year, 1, 1));
        return found.Year == year ? found : null;
    }

    /// <summary>All such days in a Gregorian year, in order: mostly one; a day of 腊月 can come twice, or not at all.</summary>
    /// <param name="year">1902 to 2099.</param>
    public IEnumerable<DateOnly> DaysIn(int year)
    {
        for (var counted = year - 1; counted <= year + 1; counted++)
        {
            if (_inYear(counted)?.AddDays(_shift) is { } day && day.Year == year) yield return day;
        }
    }

    private static Func<int, DateOnly?>? YearlyDay(Match match)
    {
        if (match.Groups["term"].Success)
        {
            return match.Groups["term"].Value switch
            {
                "初伏" => year => DogDays.Of(year).First,
                "中伏" => year => DogDays.Of(year).Middle,
                "末伏" => year => DogDays.Of(year).Last,
                var name when Enum.TryParse<SolarTerm>(name, out var term) => year => SolarTerms.DayOf(year, term),
                _ => null,
            };
        }

        var (month, day, nth) = (Number(match.Groups["month"]), Number(match.Groups["day"]), Number(match.Groups["nth"]));
        if (month is < 1 or > 12) return null;
        if (match.Groups["lunar"].Success) return day > 30 ? null : year => LunarCalendar.DayOf(new LunarDate(year, month, day));
        if (nth > 0) return day > 7 || nth > 4 ? null : year => NthWeekday(year, month, nth, day);

        return day > DateTime.DaysInMonth(2024, month) ? null : year => Fixed(year, month, day);
    }

    private static DateOnly? Fixed(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <param name="weekday">1 is Monday, 7 Sunday.</param>
    private static DateOnly NthWeekday(int year, int month, int nth, int weekday)
    {
        var first = new DateOnly(year, month, 1);
        var gap = ((weekday % 7) - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(gap + (7 * (nth - 1)));
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^((?<term>\p{IsCJKUnifiedIdeographs}{2})|(?<lunar>L)?(?<month>\d{1,2})-(W(?<nth>\d)-)?(?<day>\d{1,2}))( (?<shift>[+-]\d{1,3}))?$")]
    private static partial Regex Form();
}
