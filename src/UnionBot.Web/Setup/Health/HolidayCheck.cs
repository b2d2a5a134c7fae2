using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;

namespace UnionBot.Web.Setup.Health;

/// <summary>The holiday schedule is there in time: without it nobody knows which days of a year are worked.</summary>
internal sealed class HolidayCheck(HolidaySchedule holidays, BusinessClock clock) : IOperatorCheck
{
    public string Name => "holidays";

    public bool OnlyWarns => true;

    public Task<string?> FaultAsync(CancellationToken ct) =>
        Task.FromResult(holidays.MissingOn(UnionCalendar.DayOf(clock.GetUtcNow())) is { } year
            ? $"The holiday schedule of {year} (放假安排) is missing: write what the State Council published into " +
                $"templates/calendar/holidays/{year}.yaml, as the file of the year before has it."
            : null);
}
