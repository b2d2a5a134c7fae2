using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>When people may be told what they did not ask for. Times of the day are those of China.</summary>
public sealed record SendTimes
{
    /// <summary>From then on nobody is disturbed.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 30);

    /// <summary>Until then nobody is disturbed.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);

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
        if (!SendRoutes.IsUnasked(kind)) return now;

        var (from, until) = kind is MessageKind.Broadcast ? (BroadcastFrom, BroadcastUntil) : (QuietUntil, QuietFrom);
        var moment = now;
        while (true)
        {
            var local = moment.ToOffset(UnionCalendar.ChinaOffset);
            var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
            if (silent.Contains(day) || time >= until) moment = At(day.AddDays(1), from);
            else if (time < from) moment = At(day, from);
            else return moment;
        }
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day, time, UnionCalendar.ChinaOffset).ToUniversalTime();
}
