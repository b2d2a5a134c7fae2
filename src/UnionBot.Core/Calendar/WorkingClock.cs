namespace UnionBot.Core.Calendar;

/// <summary>Counts time in which the union works: workdays without nights and lunch.</summary>
public sealed class WorkingClock(Workdays workdays, WorkingHours hours)
{
    /// <summary>The moment at which so much working time has gone by. What begins outside the hours counts from when work begins.</summary>
    /// <param name="time">Zero gives the moment itself, or the next in which work is done.</param>
    /// <returns>UTC.</returns>
    public WorkingMoment Add(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var left = time;
        var isProvisional = false;
        for (var day = UnionCalendar.DayOf(from); ; day = day.AddDays(1))
        {
            isProvisional |= !workdays.IsKnown(day.Year);
            foreach (var (start, end) in SpansOf(day))
            {
                var begin = start > from ? start : from;
                if (begin >= end) continue;
                if (left <= end - begin) return new WorkingMoment((begin + left).ToUniversalTime(), isProvisional);
                left -= end - begin;
            }
        }
    }

    /// <summary>How much working time lies between two moments.</summary>
    /// <returns>Zero when the second is not after the first.</returns>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = TimeSpan.Zero;
        for (var day = UnionCalendar.DayOf(from); day <= UnionCalendar.DayOf(until); day = day.AddDays(1))
        {
            foreach (var (start, end) in SpansOf(day))
            {
                var (begin, stop) = (start > from ? start : from, end < until ? end : until);
                if (begin < stop) sum += stop - begin;
            }
        }

        return sum;
    }

    /// <summary>Whether the union works at a moment.</summary>
    public bool IsOpen(DateTimeOffset moment) =>
        SpansOf(UnionCalendar.DayOf(moment)).Any(span => span.Start <= moment && moment < span.End);

    private (DateTimeOffset Start, DateTimeOffset End)[] SpansOf(DateOnly day) => workdays.IsWorkday(day)
        ? [(At(day, hours.From), At(day, hours.LunchFrom)), (At(day, hours.LunchUntil), At(day, hours.Until))]
        : [];

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, UnionCalendar.ChinaOffset);
}

/// <param name="At">UTC.</param>
/// <param name="IsProvisional">The way there led over days of a year whose holiday schedule is not loaded.</param>
public readonly record struct WorkingMoment(DateTimeOffset At, bool IsProvisional);
