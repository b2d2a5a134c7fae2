using UnionBot.Chat.Calendar;

namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>Counts limits as 民法典 §§201–203 tell.</summary>
public static class LimitCounting
{
    /// <summary>
    /// The last day. The first is not counted; where the last month lacks the day, its last day counts; a day off moves the end to the
    /// next working day. While the schedule of a year is not known nothing is moved: the earlier day is the safe one.
    /// </summary>
    public static (DateOnly Day, bool IsMoved) LastDay(DateOnly from, LimitLength length, HolidaySchedule holidays)
    {
        var last = length.Unit switch
        {
            LimitUnit.Days => from.AddDays(length.Count),
            LimitUnit.Months => from.AddMonths(length.Count),
            LimitUnit.Years => from.AddYears(length.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Unknown unit."),
        };
        return holidays.IsWorkday(last) is false && holidays.AddWorkdays(last, 1) is { } moved ? (moved, true) : (last, false);
    }
}
