using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>What is used up of the account's calls of one API. Days are those of China, minutes those of the clock.</summary>
public sealed class ApiQuota(ApiLimit limit)
{
    public DateOnly Day { get; init; }

    public int DaySpent { get; private set; }

    public DateTimeOffset Minute { get; init; }

    public int MinuteSpent { get; private set; }

    /// <summary>Until when the platform takes no calls; null when it does.</summary>
    public DateTimeOffset? StoppedUntil { get; init; }

    /// <summary>False while the platform says that the account may not use it at all.</summary>
    public bool HasRight { get; init; } = true;

    /// <summary>What is left counted at a moment: a new day and a new minute begin at nothing.</summary>
    public static ApiQuota At(
        DateTimeOffset now,
        ApiLimit limit,
        DateOnly day,
        int daySpent,
        DateTimeOffset minute,
        int minuteSpent,
        DateTimeOffset? stoppedUntil = null,
        bool hasRight = true)
    {
        var (today, thisMinute) = (UnionCalendar.DayOf(now), MinuteOf(now));
        return new ApiQuota(limit)
        {
            Day = today,
            DaySpent = day == today ? daySpent : 0,
            Minute = thisMinute,
            MinuteSpent = minute == thisMinute ? minuteSpent : 0,
            StoppedUntil = stoppedUntil > now ? stoppedUntil : null,
            HasRight = hasRight || stoppedUntil is null || stoppedUntil <= now,
        };
    }

    /// <summary>From when on it can be called again; null when it can be called now.</summary>
    public DateTimeOffset? FreeAt =>
        StoppedUntil is { } until ? until :
        DaySpent >= limit.PerDay ? StartOf(Day.AddDays(1)) :
        MinuteSpent >= limit.PerMinute ? Minute.AddMinutes(1) :
        null;

    /// <summary>Calls that can be made now.</summary>
    public int Left => FreeAt is null ? Math.Min(limit.PerDay - DaySpent, limit.PerMinute - MinuteSpent) : 0;

    public void Spend(int calls = 1) => (DaySpent, MinuteSpent) = (DaySpent + calls, MinuteSpent + calls);

    /// <summary>When the platform's next day begins: 00:00 in China.</summary>
    public static DateTimeOffset TomorrowAfter(DateTimeOffset now) => StartOf(UnionCalendar.DayOf(now).AddDays(1));

    private static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, UnionCalendar.ChinaOffset).ToUniversalTime();

    private static DateTimeOffset MinuteOf(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
