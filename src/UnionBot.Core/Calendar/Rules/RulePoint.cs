using UnionBot.Chat.Calendar;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>A day that a rule names, without the year.</summary>
internal abstract record RulePoint
{
    /// <summary>Why a Gregorian year may lack it.</summary>
    public virtual RuleGap Gap => RuleGap.NotThisYear;

    /// <summary>Its days in a Gregorian year and just around it, in order.</summary>
    public abstract IEnumerable<CountedDay> Around(int year, Workdays workdays);

    protected static IEnumerable<CountedDay> Yearly(int year, Func<int, DateOnly?> inYear)
    {
        for (var counted = year - 1; counted <= year + 1; counted++)
        {
            if (inYear(counted) is { } day) yield return new CountedDay(day);
        }
    }
}

/// <summary>5月1日; of one year only, 2027年5月1日.</summary>
internal sealed record SolarDay(int Month, int Day, int? Year = null) : RulePoint
{
    public override RuleGap Gap => Year is null ? RuleGap.NoSuchDay : RuleGap.OtherYear;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) =>
        Yearly(year, y => (Year ?? y) == y && Day <= DateTime.DaysInMonth(y, Month) ? new DateOnly(y, Month, Day) : null);
}

/// <summary>正月十五, 闰六月初一. The 30th of 腊月 is always 除夕, also when the month has 29 days.</summary>
internal sealed record LunarDay(int Month, int Day, bool IsLeap) : RulePoint
{
    public override RuleGap Gap => IsLeap ? RuleGap.NoLeapMonth : Day == 30 ? RuleGap.NoSuchDay : RuleGap.NotThisYear;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) => Yearly(year, y =>
        LunarCalendar.DayOf(new LunarDate(y, Month, Day, IsLeap))
        ?? (Month == 12 && Day == 30 ? LunarCalendar.DayOf(new LunarDate(y, Month, 29)) : null));
}

/// <summary>The last day of a lunar month.</summary>
internal sealed record LunarMonthEnd(int Month, bool IsLeap) : RulePoint
{
    public override RuleGap Gap => IsLeap ? RuleGap.NoLeapMonth : RuleGap.NotThisYear;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) =>
        Yearly(year, y => LunarCalendar.DayOf(new LunarDate(y, Month, LunarCalendar.DaysInMonth(y, Month, IsLeap), IsLeap)));
}

/// <summary>春节, 立秋, 入伏.</summary>
internal sealed record NamedPoint(DayRule Rule) : RulePoint
{
    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) =>
        Enumerable.Range(year - 1, 3).SelectMany(Rule.DaysIn).Select(day => new CountedDay(day));
}

/// <summary>每月15日, 每月最后一个工作日, 6月第二个星期日: a day of one month, or of every month.</summary>
internal abstract record MonthlyPoint(int? Month) : RulePoint
{
    public override RuleGap Gap => RuleGap.NoSuchDay;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays)
    {
        var first = new DateOnly(year - 1, 1, 1);
        return Enumerable.Range(0, 36).Select(first.AddMonths)
            .Where(month => Month is null || month.Month == Month)
            .Select(month => In(month, workdays))
            .OfType<CountedDay>();
    }

    /// <param name="month">Its first day.</param>
    /// <returns>Null when this month has no such day.</returns>
    protected abstract CountedDay? In(DateOnly month, Workdays workdays);
}

/// <param name="Day">1 to 31; 0 is the last of the month.</param>
internal sealed record DayOfMonth(int? Month, int Day) : MonthlyPoint(Month)
{
    protected override CountedDay? In(DateOnly month, Workdays workdays)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        return Day > length ? null : new CountedDay(month.AddDays((Day == 0 ? length : Day) - 1));
    }
}

/// <param name="Nth">From 1, or from the end by -1.</param>
internal sealed record WorkdayOfMonth(int? Month, int Nth) : MonthlyPoint(Month)
{
    protected override CountedDay? In(DateOnly month, Workdays workdays) => workdays.OfMonth(month.Year, month.Month, Nth);
}

/// <param name="Nth">From 1; -1 is the last.</param>
/// <param name="Weekday">1 is Monday, 7 Sunday.</param>
internal sealed record WeekdayOfMonth(int? Month, int Nth, int Weekday) : MonthlyPoint(Month)
{
    protected override CountedDay? In(DateOnly month, Workdays workdays)
    {
        var days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays)
            .Where(day => (int)day.DayOfWeek == Weekday % 7).ToList();
        return Nth > days.Count ? null : new CountedDay(Nth > 0 ? days[Nth - 1] : days[^1]);
    }
}

/// <summary>春节前20天.</summary>
internal sealed record DaysFrom(RulePoint Point, int Days) : RulePoint
{
    public override RuleGap Gap => Point.Gap;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) =>
        Point.Around(year, workdays).Select(found => found with { Day = found.Day.AddDays(Days) });
}

/// <summary>国庆后第一个工作日.</summary>
internal sealed record WorkdaysFrom(RulePoint Point, int Count) : RulePoint
{
    public override RuleGap Gap => Point.Gap;

    public override IEnumerable<CountedDay> Around(int year, Workdays workdays) =>
        Point.Around(year, workdays).Select(found => workdays.Add(found.Day, Count) is var day && found.IsProvisional ? day with { IsProvisional = true } : day);
}
