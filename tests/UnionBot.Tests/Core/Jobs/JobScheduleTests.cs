using UnionBot.Core.Jobs;

namespace UnionBot.Tests.Core.Jobs;

public sealed class JobScheduleTests
{
    private static readonly JobSchedule AtSix = JobSchedule.DailyAt(18);

    [Theory]
    [InlineData("2026-11-21T09:59:59Z", "2026-11-21T10:00:00Z")]
    [InlineData("2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z")]
    [InlineData("2026-12-31T10:00:01Z", "2027-01-01T10:00:00Z")]
    [InlineData("2019-05-01T00:00:00Z", "2019-05-01T10:00:00Z")]
    public void A_daily_moment_is_a_time_of_day_in_China(string now, string next) =>
        Assert.Equal(At(next), AtSix.NextAfter(At(now)));

    [Fact]
    public void A_moment_itself_is_the_last_one_up_to_it() =>
        Assert.Equal(At("2026-11-21T10:00:00Z"), AtSix.LastUpTo(At("2026-11-21T10:00:00Z")));

    [Fact]
    public void Intervals_are_counted_from_midnight_so_that_all_hosts_mean_the_same_moments() =>
        Assert.Equal(
            At("2026-11-21T01:10:00Z"), JobSchedule.Every(TimeSpan.FromMinutes(10)).NextAfter(At("2026-11-21T01:03:07Z")));

    [Theory]
    [InlineData(MissedRuns.Each, "2026-11-22T10:00:00Z")]
    [InlineData(MissedRuns.Latest, "2026-11-24T10:00:00Z")]
    [InlineData(MissedRuns.Skip, null)]
    public void After_three_days_a_job_runs_by_its_rule_for_missed_moments(MissedRuns missed, string? due) =>
        Assert.Equal(due is null ? null : At(due), Entry(missed).DueAt(At("2026-11-21T10:00:00Z"), At("2026-11-24T12:00:00Z")));

    [Theory]
    [InlineData(MissedRuns.Each)]
    [InlineData(MissedRuns.Latest)]
    [InlineData(MissedRuns.Skip)]
    public void A_moment_that_has_just_come_is_run_whatever_the_rule(MissedRuns missed) =>
        Assert.Equal(
            At("2026-11-22T10:00:00Z"), Entry(missed).DueAt(At("2026-11-21T10:00:00Z"), At("2026-11-22T10:00:01Z")));

    [Theory]
    [InlineData(MissedRuns.Each)]
    [InlineData(MissedRuns.Latest)]
    [InlineData(MissedRuns.Skip)]
    public void A_clock_moved_back_runs_nothing_again(MissedRuns missed) =>
        Assert.Null(Entry(missed).DueAt(At("2026-11-24T10:00:00Z"), At("2026-11-22T10:00:01Z")));

    private static JobEntry Entry(MissedRuns missed) =>
        new("test/daily", AtSix, missed, (_, _, _) => Task.FromResult(new JobReport(0)));

    private static DateTimeOffset At(string moment) =>
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
