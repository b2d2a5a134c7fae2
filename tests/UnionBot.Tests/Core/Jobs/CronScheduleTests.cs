using UnionBot.Core.Jobs;

namespace UnionBot.Tests.Core.Jobs;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 30 18 * * ?", "2026-11-21T10:29:59Z", "2026-11-21T10:30:00Z")]
    [InlineData("0 30 18 * * ?", "2026-11-21T10:30:00Z", "2026-11-22T10:30:00Z")]
    [InlineData("0 0 9 ? * MON-FRI", "2026-11-20T01:00:00Z", "2026-11-23T01:00:00Z")]
    [InlineData("0 0 9 ? * 2", "2026-11-20T01:00:00Z", "2026-11-23T01:00:00Z")]
    [InlineData("0 0/20 8-9 * * ?", "2026-11-21T01:40:00Z", "2026-11-22T00:00:00Z")]
    [InlineData("0 0 7 L * ?", "2027-02-01T00:00:00Z", "2027-02-27T23:00:00Z")]
    [InlineData("0 0 0 29 FEB ?", "2097-01-01T00:00:00Z", "2104-02-28T16:00:00Z")]
    [InlineData("*/15 * * * * ?", "2026-11-21T10:00:46Z", "2026-11-21T10:01:00Z")]
    [InlineData("0 0 10 1,15 1-6 ?", "2026-06-15T02:00:00Z", "2027-01-01T02:00:00Z")]
    public void The_next_moment_is_by_the_calendar_of_China(string cron, string now, string next) =>
        Assert.Equal(At(next), JobSchedule.Cron(cron).NextAfter(At(now)));

    [Theory]
    [InlineData("0 30 18 * * ?", "2026-11-21T10:30:00Z", "2026-11-21T10:30:00Z")]
    [InlineData("0 30 18 * * ?", "2026-11-21T10:29:59Z", "2026-11-20T10:30:00Z")]
    [InlineData("0 0 9 ? * MON-FRI", "2026-11-22T12:00:00Z", "2026-11-20T01:00:00Z")]
    public void The_last_moment_is_the_one_that_has_come(string cron, string now, string last) =>
        Assert.Equal(At(last), JobSchedule.Cron(cron).LastUpTo(At(now)));

    [Theory]
    [InlineData("0 30 18 * *")]
    [InlineData("0 60 18 * * ?")]
    [InlineData("0 0 18 * * *")]
    [InlineData("0 0 18 ? * ?")]
    [InlineData("0 0 18-9 * * ?")]
    [InlineData("0 0/0 18 * * ?")]
    [InlineData("0 0 18 30 2 ?")]
    [InlineData("0 0 18 ? * MOO")]
    public void What_is_no_schedule_is_refused_at_once(string cron) =>
        Assert.Throws<FormatException>(() => JobSchedule.Cron(cron));

    /// <summary>Whoever knows the scheduler's expressions must not be surprised by ours.</summary>
    [Theory]
    [InlineData("0 30 18 * * ?")]
    [InlineData("0 5/25 8-17/3 ? * MON,WED-FRI")]
    [InlineData("30 0 7 L * ?")]
    [InlineData("0 0 12 31 * ?")]
    [InlineData("0 0 0 29 2 ?")]
    [InlineData("10-20/5 * 3 1/10 */2 ?")]
    public void The_moments_are_those_of_the_scheduler(string cron)
    {
        var (ours, theirs) = (JobSchedule.Cron(cron), new Quartz.CronExpression(cron, China));
        var moment = At("2026-11-21T10:00:00Z");
        for (var i = 0; i < 20; i++)
        {
            var next = ours.NextAfter(moment);
            Assert.Equal(theirs.GetNextValidTimeAfter(moment), next);
            Assert.Equal(next, ours.LastUpTo(next));
            moment = next;
        }
    }

    private static TimeZoneInfo China { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static DateTimeOffset At(string moment) =>
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
