using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar.Holidays;

namespace UnionBot.Core.Calendar;

/// <summary>
/// Which days are worked, for every year: by the published schedule where it is loaded, else Monday to Friday without the days
/// off by law, which is provisional.
/// </summary>
public sealed class Workdays(HolidaySchedule schedule, LegalHolidays legal)
{
    /// <summary>Whether the schedule (放假安排) of a year is loaded.</summary>
    public bool IsKnown(int year) => schedule.Knows(year);

    /// <param name="day">1902 to 2099.</param>
    public bool IsWorkday(DateOnly day) => schedule.IsWorkday(day)
        ?? (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && legal.On(day) is null);

    /// <summary>The holiday by law, or the swapped day off, that a day is part of; null for others, and for plain weekends.</summary>
    public string? HolidayOn(DateOnly day) =>
        schedule.Breaks.FirstOrDefault(b => b.First <= day && day <= b.Last) is { } days ? string.Join('、', days.Holidays) : legal.On(day);

    /// <summary>The workday that is so many workdays from a day, which itself does not count: 1 is the next one, -1 the last before it.</summary>
    public CountedDay Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        var isProvisional = false;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            isProvisional |= !IsKnown(day.Year);
            if (IsWorkday(day)) left--;
        }

        return new CountedDay(day, isProvisional);
    }

    /// <summary>6月第三个工作日, 6月最后一个工作日.</summary>
    /// <param name="nth">Counted from 1, or from the end by -1, -2 …</param>
    /// <returns>Null when the month has fewer.</returns>
    public CountedDay? OfMonth(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        var found = nth > 0 ? Add(first.AddDays(-1), nth) : Add(first.AddMonths(1), nth);
        return found.Day.Year == year && found.Day.Month == month ? found with { IsProvisional = !IsKnown(year) } : null;
    }
}

/// <summary>A day that was found.</summary>
/// <param name="IsProvisional">It was counted over workdays of a year whose schedule is not loaded, and may move when it is.</param>
public readonly record struct CountedDay(DateOnly Day, bool IsProvisional = false);
