using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.LegalAid.Reminders;

/// <summary>When somebody is reminded of a consultation.</summary>
internal static class ReminderTimes
{
    /// <param name="startsAt">UTC, as is now.</param>
    /// <returns>Only what lies ahead, by its name.</returns>
    public static IEnumerable<(ReminderKind Kind, DateTimeOffset At)> Of(DateTimeOffset startsAt, DateTimeOffset now, LegalAidRules rules, SendTimes quiet)
    {
        var dayBefore = UnionCalendar.DayOf(startsAt).AddDays(-1);
        var evening = Moment(dayBefore, rules.ReminderAt);
        if (evening > now) yield return (ReminderKind.DayBefore, evening);

        var shortly = quiet.ForReminder(startsAt - rules.ReminderBefore);
        if (shortly > now && shortly != evening) yield return (ReminderKind.HoursBefore, shortly);
    }

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, UnionCalendar.ChinaOffset).ToUniversalTime();
}

internal enum ReminderKind
{
    DayBefore,
    HoursBefore,
}
