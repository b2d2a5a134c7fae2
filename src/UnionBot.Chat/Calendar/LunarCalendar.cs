using System.Globalization;

namespace UnionBot.Chat.Calendar;

/// <summary>Turns days into lunar days and back, for the lunar years 1901 to 2100.</summary>
public static class LunarCalendar
{
    private static readonly ChineseLunisolarCalendar Table = new();

    /// <summary>The first day that has a lunar date here: 1901-02-19.</summary>
    public static DateOnly FirstDay { get; } = DateOnly.FromDateTime(Table.MinSupportedDateTime);

    /// <summary>The last day that has a lunar date here: 2101-01-28.</summary>
    public static DateOnly LastDay { get; } = DateOnly.FromDateTime(Table.MaxSupportedDateTime);

    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstDay"/> or after <see cref="LastDay"/>.</exception>
    public static LunarDate Of(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        var (year, ordinal) = (Table.GetYear(moment), Table.GetMonth(moment));
        var leap = LeapOrdinal(year);

        // The table counts the leap month as one more: with leap month 7, number 7 is 闰六 and number 8 is 七月.
        var month = leap > 0 && ordinal >= leap ? ordinal - 1 : ordinal;
        return new LunarDate(year, month, Table.GetDayOfMonth(moment), leap > 0 && ordinal == leap);
    }

    /// <returns>Null when there is no such day: no 30th, no such leap month, a year out of range.</returns>
    public static DateOnly? DayOf(LunarDate lunar)
    {
        if (lunar.Day < 1 || lunar.Day > DaysInMonth(lunar.Year, lunar.Month, lunar.IsLeap)) return null;

        return DateOnly.FromDateTime(
            Table.ToDateTime(lunar.Year, Ordinal(lunar.Year, lunar.Month, lunar.IsLeap), lunar.Day, 0, 0, 0, 0));
    }

    /// <returns>29 or 30; 0 when there is no such month.</returns>
    public static int DaysInMonth(int year, int month, bool isLeap = false)
    {
        if (year < FirstDay.Year || year >= LastDay.Year || month is < 1 or > 12) return 0;
        if (isLeap && LeapMonth(year) != month) return 0;

        return Table.GetDaysInMonth(year, Ordinal(year, month, isLeap));
    }

    /// <summary>The month that is followed by its leap month in a lunar year; 0 when none is.</summary>
    public static int LeapMonth(int year) => Math.Max(0, LeapOrdinal(year) - 1);

    private static int LeapOrdinal(int year) => Table.GetLeapMonth(year);

    private static int Ordinal(int year, int month, bool isLeap)
    {
        var leap = LeapMonth(year);
        return isLeap || (leap > 0 && month > leap) ? month + 1 : month;
    }
}
