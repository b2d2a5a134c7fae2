using UnionBot.Core.Calendar;

namespace UnionBot.Core.Jobs;

/// <summary>The planned moments of a job. China has no daylight saving, so a day always has 24 hours.</summary>
public abstract class JobSchedule
{
    /// <summary>Midnight in China.</summary>
    private static readonly DateTimeOffset Midnight = new(2020, 1, 1, 0, 0, 0, UnionCalendar.ChinaOffset);

    private protected JobSchedule() { }

    /// <summary>Once a day, at a time of day in China.</summary>
    public static JobSchedule DailyAt(int hour, int minute = 0) =>
        new EvenSchedule(Midnight + new TimeOnly(hour, minute).ToTimeSpan(), TimeSpan.FromDays(1));

    /// <summary>Again and again, counted from midnight in China.</summary>
    /// <param name="interval">At least a second.</param>
    public static JobSchedule Every(TimeSpan interval) => new EvenSchedule(Midnight, interval);

    /// <summary>By the calendar, in China: second, minute, hour, day, month, day of week, such as <c>0 30 18 ? * MON-FRI</c>.</summary>
    /// <exception cref="FormatException">It is none, or names a moment that never comes.</exception>
    public static JobSchedule Cron(string expression) => new CronSchedule(expression);

    /// <summary>The first planned moment after <paramref name="moment"/>; UTC.</summary>
    public abstract DateTimeOffset NextAfter(DateTimeOffset moment);

    /// <summary>The last planned moment not after <paramref name="moment"/>; UTC.</summary>
    public abstract DateTimeOffset LastUpTo(DateTimeOffset moment);
}
