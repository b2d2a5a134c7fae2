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
            ? $"The holiday schedule of {year} (放假安排) is missing: write what the State Council published into a table " +
                "(年份, 类型 放假 or 上班, 节日, 开始日期, 结束日期) and take it in by: import holidays FILE"
            : null);
}
