using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>国庆后第一天, 节后第一个工作日, 春节前最后一个工作日: needs the holiday schedule.</summary>
/// <param name="Festival">Null means the next break, whichever it is: 节后.</param>
/// <param name="Place">Which day of or around the break.</param>
/// <param name="Count">Which one, from 1.</param>
internal sealed record BreakDay(Festival? Festival, BreakPlace Place, int Count) : DayPhrase
{
    protected override FoundDay Find(Today today)
    {
        var isKnown = true;
        foreach (var days in today.Holidays.Breaks.Where(b => Festival is null || b.Holidays.Contains(Festival.Name)))
        {
            var day = In(days, today.Holidays);
            isKnown &= day is not null;
            if (day >= today.Day) return new FoundDay(day);
        }

        if (Festival is null || !isKnown || IsPublicHoliday(today.Holidays)) return NoWhen.UnknownCalendar;
        return Place is BreakPlace.DayAfter ? new FestivalDay(Festival, Shift: Count).On(today) : NoWhen.UnknownCalendar;
    }

    private bool IsPublicHoliday(HolidaySchedule schedule) => schedule.Breaks.Any(b => b.Holidays.Contains(Festival!.Name));

    private DateOnly? In(Break days, HolidaySchedule schedule) => Place switch
    {
        BreakPlace.DayAfter => days.Last.AddDays(Count),
        BreakPlace.WorkdayAfter => schedule.AddWorkdays(days.Last, Count),
        BreakPlace.WorkdayBefore => schedule.LastWorkdayBefore(days.First),
        BreakPlace.LastDay => days.Last,
        _ => days.First.AddDays(Count - 1) is var day && day <= days.Last ? day : null,
    };
}

/// <summary>Where a day lies to a break.</summary>
internal enum BreakPlace
{
    /// <summary>国庆后第一天.</summary>
    DayAfter,

    /// <summary>节后第一个工作日.</summary>
    WorkdayAfter,

    /// <summary>节前最后一个工作日.</summary>
    WorkdayBefore,

    /// <summary>国庆假期第三天.</summary>
    Within,

    /// <summary>国庆假期最后一天.</summary>
    LastDay,
}
