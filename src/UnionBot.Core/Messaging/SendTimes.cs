using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>When people may be told what they did not ask for. Times of the day are those of China.</summary>
public sealed record SendTimes
{
    /// <summary>Words that come so soon one after the other are one story: nobody wants an answer to each line of it.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>From then on nobody is disturbed.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 30);

    /// <summary>Until then nobody is disturbed.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>So long before the quiet hours comes a reminder that is due in them.</summary>
    public TimeSpan ReminderAhead { get; init; } = TimeSpan.FromHours(1);

    public TimeOnly BroadcastFrom { get; init; } = new(8, 30);

    public TimeOnly BroadcastUntil { get; init; } = new(20, 30);

    /// <summary>Pushes to one person in a day, over all services.</summary>
    public int PushesPerDay { get; init; } = 2;

    /// <summary>No second broadcast to one person within this time.</summary>
    public TimeSpan BetweenBroadcasts { get; init; } = TimeSpan.FromDays(7);

    /// <summary>When something of a kind may be sent: now, or the first moment after all that forbids it.</summary>
    /// <param name="silent">Days on which nobody is told anything unasked.</param>
    public DateTimeOffset FirstFor(MessageKind kind, DateTimeOffset now, IReadOnlySet<DateOnly> silent)
    {
        var isReminder = SendRoutes.IsReminder(kind);
        if (!isReminder && !SendRoutes.IsUnasked(kind)) return now;

        var (from, until) = kind is MessageKind.Broadcast ? (BroadcastFrom, BroadcastUntil) : (QuietUntil, QuietFrom);
        var moment = now;
        while (true)
        {
            var (day, time) = InChina(moment);
            if (time >= until || (!isReminder && silent.Contains(day))) moment = At(day.AddDays(1), from);
            else if (time < from) moment = At(day, from);
            else return moment;
        }
    }

    /// <summary>
    /// When a reminder is to be sent that is due at a moment: then, or when people are left in peace at that time, in the evening before.
    /// </summary>
    public DateTimeOffset ForReminder(DateTimeOffset due)
    {
        var (day, time) = InChina(due);
        if (time >= QuietUntil && time < QuietFrom) return due;

        return At(time < QuietUntil ? day.AddDays(-1) : day, QuietFrom) - ReminderAhead;
    }

    private static (DateOnly Day, TimeOnly Time) InChina(DateTimeOffset moment)
    {
        var local = moment.ToOffset(UnionCalendar.ChinaOffset).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day, time, UnionCalendar.ChinaOffset).ToUniversalTime();
}
