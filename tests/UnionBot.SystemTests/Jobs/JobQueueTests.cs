using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Jobs.Queue;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Jobs;

public sealed class JobQueueTests : IAsyncLifetime
{
    private readonly BusinessClock _clock = new(TimeProvider.System);
    private readonly Stumbles _stumbles = new();
    private readonly List<ServiceProvider> _hosts = [];
    private TestDatabase _database = null!;

    [Fact]
    public async Task Work_is_done_once_although_two_hosts_look_for_it()
    {
        var (one, other) = (NewHost(), NewHost());
        await AddAsync(one, queue => { for (var n = 0; n < 50; n++) queue.Enqueue<Write, Line>(new Line($"line/{n}")); });

        await Task.WhenAll(RunAsync(one), RunAsync(other));

        Assert.Equal(50L, await _database.ScalarAsync<long>("SELECT count(*) FROM queued_job_test"));
        Assert.Equal(50L, await _database.ScalarAsync<long>("SELECT count(*) FROM job_run WHERE name = 'test/write' AND done = 1"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM queued_job"));
    }

    [Fact]
    public async Task Delayed_work_waits_for_its_moment_by_the_business_clock()
    {
        var host = NewHost();
        await AddAsync(host, queue => queue.Delay<Write, Line>(new Line("later"), _clock.GetUtcNow().AddDays(1)));

        Assert.Equal(0, await RunAsync(host));
        _clock.Offset += TimeSpan.FromDays(1);
        Assert.Equal(1, await RunAsync(host));
    }

    [Fact]
    public async Task Work_whose_cause_is_not_kept_is_never_done()
    {
        var host = NewHost();
        await using (var scope = host.CreateAsyncScope())
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<UnionDb>().Database.BeginTransactionAsync();
            scope.ServiceProvider.GetRequiredService<QueuedJobs>().Enqueue<Write, Line>(new Line("undone"));
            await scope.ServiceProvider.GetRequiredService<UnionDb>().SaveChangesAsync();
        }

        Assert.Equal(0, await RunAsync(host));
    }

    [Fact]
    public async Task Failed_work_leaves_nothing_behind_is_seen_by_staff_and_is_tried_again()
    {
        var host = NewHost();
        _stumbles.On = true;
        await AddAsync(host, queue => queue.Enqueue<Write, Line>(new Line("twice")));

        Assert.Equal(1, await RunAsync(host));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM queued_job_test"));
        await using (var db = _database.Open())
        {
            var left = Assert.Single(await new JobBoard(db, [], _clock).QueueAsync(10, CancellationToken.None));
            Assert.Equal((1, "InvalidOperationException"), (left.Failures, left.Error));
            Assert.True(left.RetryAt > TimeProvider.System.GetUtcNow().AddSeconds(30));
        }

        _stumbles.On = false;
        Assert.Equal(0, await RunAsync(host));
        await _database.ExecuteAsync("UPDATE queued_job SET retry_at = now() - interval '1 second'");
        Assert.Equal(1, await RunAsync(host));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM queued_job_test"));
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.ExecuteAsync("CREATE TABLE queued_job_test (line text)");
    }

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Task<int> RunAsync(ServiceProvider host) => host.GetRequiredService<QueueRunner>().RunDueAsync(CancellationToken.None);

    private static async Task AddAsync(ServiceProvider host, Action<QueuedJobs> add)
    {
        await using var scope = host.CreateAsyncScope();
        add(scope.ServiceProvider.GetRequiredService<QueuedJobs>());
        await scope.ServiceProvider.GetRequiredService<UnionDb>().SaveChangesAsync();
    }

    private ServiceProvider NewHost()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped(_ => _database.Open());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_clock);
        services.AddSingleton(_stumbles);
        services.AddSingleton(new JobLeases(TimeSpan.FromSeconds(15)));
        services.AddJobTicker();
        services.AddQueuedJob<Write, Line>();
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }

    private sealed record Line(string Text);

    private sealed class Stumbles
    {
        public bool On { get; set; }
    }

    private sealed class Write(UnionDb db, Stumbles stumbles) : IQueuedJob<Line>
    {
        public static string Name => "test/write";

        public async Task<JobReport> RunAsync(Line payload, CancellationToken ct)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO queued_job_test VALUES ({payload.Text})", ct);
            return stumbles.On ? throw new InvalidOperationException() : new JobReport(1);
        }
    }
}
