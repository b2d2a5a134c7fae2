using Microsoft.Extensions.Logging;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Jobs;

namespace UnionBot.Core.Calendar;

/// <summary>Every morning: warns operators when the holiday schedule that is needed next has not been loaded.</summary>
public sealed partial class WatchHolidays(HolidaySchedule holidays, ILogger<WatchHolidays> log) : IJob
{
    public static string Name => "calendar/watch-holidays";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(8, 0);

    public static MissedRuns Missed => MissedRuns.Latest;

    public Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        if (holidays.MissingOn(UnionCalendar.DayOf(due)) is not { } year) return Task.FromResult(new JobReport(0));

        ScheduleMissing(year);
        return Task.FromResult(new JobReport(1));
    }

    [LoggerMessage(LogLevel.Warning, "The holiday schedule of {Year} is missing; the command check says what to do")]
    private partial void ScheduleMissing(int year);
}
