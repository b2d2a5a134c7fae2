using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Tells whether a time that was shown is the one that is named.</summary>
internal static class SlotTimes
{
    /// <summary>Of the times shown, the only one that is meant: 两点半那个, 周五上午的.</summary>
    /// <returns>Null when none fits, or several do.</returns>
    public static OfferedSlot? Among(IReadOnlyList<OfferedSlot> slots, When? when) =>
        when is not null && slots.Where(slot => Fits(slot, when)).ToList() is [var only] ? only : null;

    /// <summary>Whether a slot is at the day, time and part of the day that are named; what is not named does not count.</summary>
    public static bool Fits(OfferedSlot slot, When when)
    {
        var local = slot.StartsAt.ToOffset(UnionCalendar.ChinaOffset).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return IsDay(DateOnly.FromDateTime(local), when)
            && (when.Part is null || when.Time is not null || PartOf(time) == when.Part)
            && IsTime(time, when);
    }

    private static bool IsDay(DateOnly day, When when) => when.Date is not { } first
        || (when.EndDate is { } last ? day >= first && day <= last : day == first || when.Alternatives.Contains(day));

    /// <summary>五点以后 is from then on; a range is inside of it; else it is the very time.</summary>
    private static bool IsTime(TimeOnly time, When when) => (when.Time, when.EndTime) switch
    {
        (null, null) => true,
        ({ } from, { } until) => time >= from && time <= until,
        (null, { } until) => time < until,
        ({ } from, null) => when.IsApproximate ? time >= from : time == from,
    };

    private static PartOfDay PartOf(TimeOnly time) => time.Hour switch
    {
        < 5 => PartOfDay.Dawn,
        < 12 => PartOfDay.Morning,
        < 14 => PartOfDay.Noon,
        < 18 => PartOfDay.Afternoon,
        _ => PartOfDay.Evening,
    };
}
