using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>Reads days of a month: 5月1日, 腊月廿三, 6月第三个工作日, 每月15日, and whole months.</summary>
/// <param name="text">Begins with it.</param>
/// <param name="calendar">The word that said which calendar is meant; "" when none did.</param>
internal sealed class MonthReader(string text, string calendar, NamedDays names)
{
    private const int LongestLunarMonth = 30;
    private const int MostWorkdays = 23;
    private const int MostOfAWeekday = 5;

    private bool IsLunarSaid => calendar is "农历" or "阴历" or "旧历";

    private bool IsSolarSaid => calendar is "公历" or "阳历" or "新历";

    /// <summary>How many characters were read, be they right or wrong.</summary>
    public int Length { get; private set; }

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public RuleProblem? Problem { get; private set; }

    /// <summary>Those characters.</summary>
    public string Part => text[..Length];

    /// <returns>Null when no month comes, or when there is a <see cref="Problem"/>.</returns>
    public RulePart? Read()
    {
        if (Take(RulePatterns.DayOfYear) is { } dated) return InFigures(dated, Number(dated.Groups["year"].Value));
        if (Take(RulePatterns.Figures) is { } figures) return InFigures(figures, year: null);
        if (Take(RulePatterns.EveryMonth) is not null)
        {
            if (Take(RulePatterns.PlaceInMonth) is { } placed) return Place(placed, month: null);
            return Take(RulePatterns.DayInMonth) is { } day ? EveryMonthOn(day) : Fail(RuleProblem.UnknownDay);
        }

        if (Take(RulePatterns.Month) is { } month) return InMonth(month);
        return text.StartsWith('第') || text.StartsWith("最后", StringComparison.Ordinal) || text.StartsWith("首个", StringComparison.Ordinal)
            ? Take(RulePatterns.PlaceInMonth) is { } place ? Place(place, month: null) : null
            : null;
    }

    private RulePart? InMonth(Match match)
    {
        var (word, isLeap) = (match.Groups["month"].Value, match.Groups["leap"].Success);
        var isLunar = isLeap || IsLunarSaid || word is "正" or "冬" or "腊";
        var month = word switch { "正" => 1, "冬" => 11, "腊" => 12, _ => Number(word) };
        if (month is < 1 or > 12) return Fail(RuleProblem.ImpossibleDay);

        if (!isLunar && Take(RulePatterns.PlaceInMonth) is { } place) return Place(place, month);
        if (Take(RulePatterns.DayInMonth) is { } day) return OnDay(month, day, isLunar, isLeap, isNumeral: !char.IsAsciiDigit(word[0]));
        return isLunar
            ? new RulePart(new LunarDay(month, 1, isLeap), new LunarMonthEnd(month, isLeap))
            : new RulePart(new DayOfMonth(month, 1), new DayOfMonth(month, 0));
    }

    /// <summary>
    /// 初八 and 廿三 are lunar, 一日 and 1 are not; 八月十五 is by custom. What else is written in numerals without 日 may be either,
    /// so it is asked for instead of guessed.
    /// </summary>
    private RulePart? OnDay(int month, Match match, bool isLunar, bool isLeap, bool isNumeral)
    {
        var day = DayOf(match);
        if (isLunar || (match.Groups["lunar"].Success && !IsSolarSaid)) return Lunar(month, day, isLeap);
        if (match.Groups["digits"].Success || match.Groups["mark"].Success || IsSolarSaid) return Solar(month, day, year: null);
        if (!isNumeral) return Solar(month, day, year: null);
        return names.IsLunarFestival(month, day) ? Lunar(month, day, isLeap: false) : Fail(RuleProblem.SolarOrLunar);
    }

    private RulePart? InFigures(Match match, int? year) =>
        Number(match.Groups["month"].Value) is >= 1 and <= 12 and var month
            ? IsLunarSaid ? Lunar(month, Number(match.Groups["day"].Value), isLeap: false) : Solar(month, Number(match.Groups["day"].Value), year)
            : Fail(RuleProblem.ImpossibleDay);

    private RulePart? Lunar(int month, int day, bool isLeap) =>
        day is >= 1 and <= LongestLunarMonth ? new RulePart(new LunarDay(month, day, isLeap)) : Fail(RuleProblem.ImpossibleDay);

    /// <summary>29 February is a day of leap years, unless the year is given.</summary>
    private RulePart? Solar(int month, int day, int? year)
    {
        const int LeapYear = 2024;
        return day >= 1 && day <= DateTime.DaysInMonth(year ?? LeapYear, month) ? new RulePart(new SolarDay(month, day, year)) : Fail(RuleProblem.ImpossibleDay);
    }

    private RulePart? EveryMonthOn(Match match) => DayOf(match) is >= 1 and <= 31 and var day
        ? new RulePart(new DayOfMonth(Month: null, day))
        : Fail(RuleProblem.ImpossibleDay);

    private RulePart? Place(Match match, int? month)
    {
        if (match.Groups["end"].Success) return new RulePart(new DayOfMonth(month, 0));

        var nth = match.Groups["last"].Success ? -1 : match.Groups["nth"].Success ? Number(match.Groups["nth"].Value) : 1;
        if (match.Groups["work"].Success)
            return nth is -1 or (>= 1 and <= MostWorkdays) ? new RulePart(new WorkdayOfMonth(month, nth)) : Fail(RuleProblem.TooManyInMonth);
        if (match.Groups["weekday"].Success)
        {
            return nth is -1 or (>= 1 and <= MostOfAWeekday)
                ? new RulePart(new WeekdayOfMonth(month, nth, "一二三四五六日".IndexOf(match.Groups["weekday"].Value.Replace('天', '日'), StringComparison.Ordinal) + 1))
                : Fail(RuleProblem.TooManyInMonth);
        }

        return nth is -1 or (>= 1 and <= 31) ? new RulePart(new DayOfMonth(month, Math.Max(nth, 0))) : Fail(RuleProblem.TooManyInMonth);
    }

    private static int DayOf(Match match) => match.Groups["lunar"].Value switch
    {
        "" => Number(match.Groups["chinese"].Success ? match.Groups["chinese"].Value : match.Groups["digits"].Value),
        ['初', .. var day] => Number(day),
        ['廿'] => 20,
        ['廿', .. var day] => 20 + Number(day),
        _ => 30,
    };

    private static int Number(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : (int)(ChineseNumber.Read(number) ?? 0);

    private Match? Take(Regex pattern)
    {
        var match = pattern.Match(text[Length..]);
        if (!match.Success || match.Length == 0) return null;

        Length += match.Length;
        return match;
    }

    private RulePart? Fail(RuleProblem problem)
    {
        Problem = problem;
        return null;
    }
}
