using UnionBot.Chat.Calendar;

namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>正月初八, 腊月二十三, bare 初八.</summary>
/// <param name="Month">1 to 12; null when only the day was named.</param>
internal sealed record LunarDay(YearName? Year, int? Month, int Day, bool IsLeap = false) : DayPhrase
{
    private const int LastMonth = 12;

    protected override FoundDay Find(Today today)
    {
        if (Day is < 1 or > 30 || Month is < 1 or > 12) return NoWhen.Impossible;
        if (Month is not { } month) return new FoundDay(NextFrom(today.Earliest));
        if (Year is { } named) return InNamedYear(named, month, today);

        var year = LunarCalendar.Of(today.Day).Year;
        var thisYears = In(year, month);
        if (thisYears is { } day && day >= today.Day) return new FoundDay(day);
        if (thisYears is { } gone && gone.AddDays(MonthDay.SlipDays) >= today.Day) return NoWhen.Past;
        return thisYears is not null || IsLeap || HasPassed(year, month, today)
            ? In(year + 1, month) is { } next ? new FoundDay(next) : NoWhen.Impossible
            : NoWhen.Impossible;
    }

    public override DayPhrase Behind(DayPhrase earlier) =>
        Month is null && earlier is LunarDay { Month: not null } named && named.Day < Day ? named with { Day = Day } : this;

    public override DateOnly? EndingFrom(DateOnly first, Today today) =>
        Month is null && Day is >= 1 and <= 30 ? NextFrom(first) : base.EndingFrom(first, today);

    /// <summary>明年腊月 may end in the year after; 今年腊月, said in January, is the one that has begun.</summary>
    private FoundDay InNamedYear(YearName named, int month, Today today)
    {
        var isThisYear = named is { IsRelative: true, Value: 0 };
        if (isThisYear && In(LunarCalendar.Of(today.Day).Year, month) is { } running && running >= today.Day) return new FoundDay(running);

        var year = named.On(today);
        return year is < 1902 or > 2099 ? NoWhen.Impossible
            : In(year, month) is { } day ? FoundDay.Of(day, today)
            : NoWhen.Impossible;
    }

    private DateOnly NextFrom(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            if (LunarCalendar.Of(day).Day == Day) return day;
        }
    }

    /// <summary>The 30th of 腊月 is always 除夕, also when the month has 29 days.</summary>
    private DateOnly? In(int year, int month) =>
        LunarCalendar.DayOf(new LunarDate(year, month, Day, IsLeap))
        ?? (month == LastMonth && Day == 30 ? LunarCalendar.DayOf(new LunarDate(year, month, 29)) : null);

    /// <summary>True when a day that this lunar year lacks would be over.</summary>
    private static bool HasPassed(int year, int month, Today today) =>
        LunarCalendar.DayOf(new LunarDate(year, month, 29)) < today.Day;
}
