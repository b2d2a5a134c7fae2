using UnionBot.Chat.Calendar;

namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>The moment from which days are counted, in China, and what else a day depends on.</summary>
/// <param name="TimeHasPassed">True when the time or part named with the day would be over by now if it were meant today.</param>
internal sealed record Today(DateOnly Day, TimeOnly Clock, HolidaySchedule Holidays, bool TimeHasPassed = false)
{
    /// <summary>The first day that can still be meant when any is as good.</summary>
    public DateOnly Earliest => TimeHasPassed ? Day.AddDays(1) : Day;
}
