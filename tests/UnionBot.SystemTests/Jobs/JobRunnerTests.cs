using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Jobs;

public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2027, 6, 21, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly ConcurrentQueue<string> _ran = new();
    private BusinessClock _clock = new(TimeProvider.System);
    private readonly List<ServiceProvider> _hosts = [];
    private TestDatabase _database = null!;

    [Fact]
    public async Task After_three_days_each_runs_three_times_latest_once_and_skip_not_at_all()
    {
        var runner = NewHost(Daily("each", MissedRuns.Each), Daily("latest", MissedRuns.Latest), Daily("skip", MissedRuns.Skip));
        await StartAtNoonAsync(runner);

        PassDays(3);
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Equal(["each", "each", "each", "latest"], _ran.Select(NameOf).Order());
    }

    [Fact]
    public async Task Jobs_run_in_order_of_planned_moment_over_all_of_them()
    {
        var runner = NewHost(Daily("evening", MissedRuns.Each, hour: 20), Daily("afternoon", MissedRuns.Each, hour: 15));
        await StartAtNoonAsync(runner);

        PassDays(2);
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Equal(["afternoon", "evening", "afternoon", "evening"], _ran.Select(NameOf));
    }

    [Fact]
    public async Task After_the_clock_was_moved_back_what_comes_due_then_is_run()
    {
        var runner = NewHost(Daily("each", MissedRuns.Each), Daily("latest", MissedRuns.Latest));
        await StartAtNoonAsync(runner);
        PassDays(3);
        await runner.RunDueAsync(CancellationToken.None);
        _ran.Clear();

        PassDays(-3);
        Assert.Equal(0, await runner.RunDueAsync(CancellationToken.None));
        PassDays(1);
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Equal(["each@2027-06-21T07:00:00.0000000+00:00", "latest@2027-06-21T07:00:00.0000000+00:00"], _ran.Order());
    }

    [Fact]
    public async Task A_clock_that_is_corrected_by_seconds_runs_no_moment_again()
    {
        var runner = NewHost(Daily("each", MissedRuns.Each, hour: 12));
        await StartAtNoonAsync(runner);
        PassDays(1);
        await runner.RunDueAsync(CancellationToken.None);

        _clock.Offset -= TimeSpan.FromSeconds(30);
        await runner.RunDueAsync(CancellationToken.None);
        _clock.Offset += TimeSpan.FromSeconds(30);
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Single(_ran);
    }

    [Fact]
    public async Task While_the_clock_to_follow_is_not_known_nothing_comes_due()
    {
        await StartAtNoonAsync(NewHost(Daily("each", MissedRuns.Each)));
        _clock = new BusinessClock(TimeProvider.System, isKnown: false);
        var runner = NewHost(Daily("each", MissedRuns.Each));

        Assert.Equal(0, await runner.RunDueAsync(CancellationToken.None));
        _clock.Offset = Noon.AddDays(1) - TimeProvider.System.GetUtcNow();
        Assert.Equal(1, await runner.RunDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_hosts_run_each_moment_once()
    {
        var moments = Effort.Of(ordinary: 20, full: 1000);
        var (one, other) = (NewHost(Daily("each", MissedRuns.Each)), NewHost(Daily("each", MissedRuns.Each)));
        await StartAtNoonAsync(one);
        await StartAtNoonAsync(other);

        PassDays(moments);
        while (_ran.Count < moments)
        {
            await Task.WhenAll(one.RunDueAsync(CancellationToken.None), other.RunDueAsync(CancellationToken.None));
        }

        Assert.Equal(0, await one.RunDueAsync(CancellationToken.None));
        Assert.Equal(moments, _ran.Distinct().Count());
        Assert.Equal(moments, await _database.ScalarAsync<long>("SELECT count(*) FROM job_run WHERE error IS NULL"));
    }

    [Fact]
    public async Task A_moment_that_failed_is_recorded_and_run_again_and_the_others_go_on()
    {
        var broken = true;
        var runner = NewHost(
            Daily("broken", MissedRuns.Each, start: () => broken ? throw new InvalidOperationException() : new JobReport(7)),
            Daily("well", MissedRuns.Each));
        await StartAtNoonAsync(runner);

        PassDays(1);
        await runner.RunDueAsync(CancellationToken.None);
        Assert.Equal(["well"], _ran.Select(NameOf));
        Assert.Equal("InvalidOperationException", await _database.ScalarAsync<string>("SELECT error FROM job_run WHERE name = 'broken'"));

        broken = false;
        Assert.Equal(0, await runner.RunDueAsync(CancellationToken.None));
        await _database.ExecuteAsync("UPDATE job_schedule SET retry_at = $1", TimeProvider.System.GetUtcNow());
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Equal(7, await _database.ScalarAsync<int>("SELECT done FROM job_run WHERE name = 'broken' AND error IS NULL"));
        Assert.Equal(0, await _database.ScalarAsync<int>("SELECT failures FROM job_schedule WHERE name = 'broken'"));
    }

    [Fact]
    public async Task Staff_see_of_every_job_how_it_ran_last_and_when_it_runs_next()
    {
        JobEntry[] jobs =
        [
            Daily("well", MissedRuns.Each, start: () => new JobReport(3, Skipped: 2)),
            Daily("broken", MissedRuns.Each, start: () => throw new InvalidOperationException()),
            Daily("young", MissedRuns.Latest, hour: 20),
        ];
        await StartAtNoonAsync(NewHost(jobs));
        _clock.Offset += TimeSpan.FromHours(4);
        await NewHost(jobs).RunDueAsync(CancellationToken.None);

        await using var db = _database.Open();
        var board = new JobBoard(db, jobs, _clock);
        var lines = (await board.ListAsync(CancellationToken.None)).ToDictionary(line => line.Name);

        Assert.Equal(["broken", "well", "young"], lines.Keys);
        Assert.Equal((3, 2, (string?)null), (lines["well"].LastRun!.Done, lines["well"].LastRun!.Skipped, lines["well"].LastRun!.Error));
        Assert.Equal(Noon.AddHours(3).AddDays(1), lines["well"].NextDue);
        Assert.Equal((1, Noon.AddHours(3)), (lines["broken"].Failures, lines["broken"].NextDue));
        Assert.Equal("InvalidOperationException", Assert.Single(await board.RunsAsync("broken", 10, CancellationToken.None)).Error);
        Assert.Equal((null, Noon.AddHours(8)), (lines["young"].LastRun, lines["young"].NextDue));
    }

    [Fact]
    public async Task What_a_dead_host_was_at_is_run_by_another_once_its_claim_has_run_out_and_recorded_as_lost()
    {
        var runner = NewHost(Daily("each", MissedRuns.Each));
        await StartAtNoonAsync(runner);
        PassDays(1);
        await _database.ExecuteAsync(
            "UPDATE job_schedule SET lease = $1, host = 'dead:1', started_at = now(), leased_until = now() + interval '1 hour'",
            Guid.CreateVersion7());
        Assert.Equal(0, await runner.RunDueAsync(CancellationToken.None));

        await _database.ExecuteAsync("UPDATE job_schedule SET leased_until = now() - interval '1 second'");
        Assert.Equal(1, await runner.RunDueAsync(CancellationToken.None));

        Assert.Single(_ran);
        Assert.Equal("HostLost,well", await _database.ScalarAsync<string>("SELECT string_agg(coalesce(error, 'well'), ',' ORDER BY id) FROM job_run"));
    }

    [Fact]
    public async Task A_claim_is_renewed_while_the_job_goes_on_and_a_job_whose_claim_is_lost_is_stopped_and_records_nothing()
    {
        var began = new TaskCompletionSource();
        var slow = new JobEntry("slow", JobSchedule.DailyAt(15), MissedRuns.Each, async (_, _, ct) =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new JobReport(1);
        });
        var runner = NewHost(slow);
        await StartAtNoonAsync(runner);
        PassDays(1);

        var running = runner.RunDueAsync(CancellationToken.None);
        await began.Task;
        var first = await _database.ScalarAsync<DateTime>("SELECT leased_until FROM job_schedule");
        await Eventually.HoldsAsync(() => _database.ScalarAsync<bool>("SELECT leased_until > $1 FROM job_schedule", first));
        await _database.ExecuteAsync("UPDATE job_schedule SET done_until = now() + interval '10 years', lease = $1", Guid.CreateVersion7());

        await running;
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM job_run"));
    }

    [Fact]
    public async Task What_staff_ask_for_is_run_at_once_also_when_it_waits_after_a_failure_or_is_done()
    {
        var broken = true;
        var runner = NewHost(Daily("job", MissedRuns.Each, start: () => broken ? throw new InvalidOperationException() : new JobReport(1)));
        await StartAtNoonAsync(runner);
        PassDays(1);
        await runner.RunDueAsync(CancellationToken.None);
        broken = false;

        await AskAsync("job");
        Assert.Equal(1, await runner.RunDueAsync(CancellationToken.None));
        await AskAsync("job");
        Assert.Equal(1, await runner.RunDueAsync(CancellationToken.None));

        Assert.Equal(2, _ran.Count);
        Assert.Single(_ran.Distinct());
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'job/asked'"));
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static string NameOf(string run) => run[..run.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>The jobs become known at noon in China.</summary>
    private async Task StartAtNoonAsync(JobRunner runner)
    {
        _clock.Offset = Noon - TimeProvider.System.GetUtcNow();
        await runner.RunDueAsync(CancellationToken.None);
    }

    private void PassDays(int days) => _clock.Offset += TimeSpan.FromDays(days);

    private JobEntry Daily(string name, MissedRuns missed, int hour = 15, Func<JobReport>? start = null) =>
        new(name, JobSchedule.DailyAt(hour), missed, (_, due, _) =>
        {
            var report = start?.Invoke() ?? new JobReport(1);
            _ran.Enqueue($"{name}@{due:O}");
            return Task.FromResult(report);
        });

    private async Task AskAsync(string job)
    {
        await using var db = _database.Open();
        var requests = new JobRequests(db, new AuditLog(db), _clock, TimeProvider.System);
        Assert.True(await requests.RunNowAsync(job, AuditActor.Staff(1), CancellationToken.None));
    }

    private JobRunner NewHost(params JobEntry[] jobs)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped(_ => _database.Open());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_clock);
        services.AddSingleton(new JobLeases(TimeSpan.FromSeconds(2)));
        services.AddJobTicker();
        foreach (var job in jobs) services.AddSingleton(job);
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host.GetRequiredService<JobRunner>();
    }
}
