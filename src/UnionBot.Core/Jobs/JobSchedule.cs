using UnionBot.Core.Calendar;

namespace UnionBot.Core.Jobs;

/// <summary>The planned moments of a job: evenly spaced. China has no daylight saving, so a day always has 24 hours.</summary>
public sealed class JobSchedule
{
    /// <summary>Midnight in China.</summary>
    private static readonly DateTimeOffset Midnight = new(2020, 1, 1, 0, 0, 0, UnionCalendar.ChinaOffset);

    private readonly DateTimeOffset _first;
    private readonly TimeSpan _interval;

    private JobSchedule(DateTimeOffset first, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        (_first, _interval) = (first.ToUniversalTime(), interval);
    }

    /// <summary>Once a day, at a time of day in China.</summary>
    public static JobSchedule DailyAt(int hour, int minute = 0) =>
        new(Midnight + new TimeOnly(hour, minute).ToTimeSpan(), TimeSpan.FromDays(1));

    /// <summary>Again and again, counted from midnight in China.</summary>
    /// <param name="interval">At least a second.</param>
    public static JobSchedule Every(TimeSpan interval) => new(Midnight, interval);

    /// <summary>The first planned moment after <paramref name="moment"/>; UTC.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment) => LastUpTo(moment) + _interval;

    /// <summary>The last planned moment not after <paramref name="moment"/>; UTC.</summary>
    public DateTimeOffset LastUpTo(DateTimeOffset moment)
    {
        var past = (moment - _first).Ticks % _interval.Ticks;
        if (past < 0) past += _interval.Ticks;
        return moment.ToUniversalTime().AddTicks(-past);
    }
}
