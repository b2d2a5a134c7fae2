using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Jobs;

/// <summary>The real bot as one or two processes that are stopped and killed, with the scheduler in the database.</summary>
public sealed class SchedulerTests : IAsyncLifetime
{
    private const string Expire = "vacancies/expire";
    private const string Watch = "calendar/watch-holidays";

    private readonly List<BotProcess> _bots = [];
    private TestDatabase _database = null!;

    [Fact]
    public async Task A_host_killed_in_mid_job_is_taken_over_by_the_other_and_the_lost_run_is_seen()
    {
        await StartAsync();
        await StartAsync();
        await using (await HeldLock.TakeAsync(_database.Source, "LOCK TABLE vacancy IN ACCESS EXCLUSIVE MODE"))
        {
            await _database.ExecuteAsync("UPDATE job_schedule SET asked_at = now() WHERE name = $1", Expire);
            var first = await HostOtherThanAsync(0);
            _bots.Single(bot => bot.Id == first).Kill();
            Assert.Contains(await HostOtherThanAsync(first), _bots.Select(bot => bot.Id));
        }

        await Eventually.HoldsAsync(async () => await RunsAsync(Expire, "error IS NULL") == 1);
        Assert.Equal(1, await RunsAsync(Expire, "error = 'HostLost'"));
    }

    [Fact]
    public async Task A_moment_that_passed_while_the_bot_was_stopped_is_made_up_once_with_its_planned_moment()
    {
        var bot = await StartAsync();
        await bot.StopAsync();
        await _database.ExecuteAsync(
            "UPDATE job_schedule SET done_until = done_until - interval '3 days' WHERE name = $1", Watch);

        await StartAsync();
        await StartAsync();
        await Eventually.HoldsAsync(async () => await RunsAsync(Watch, "error IS NULL") == 1);

        Assert.Equal("08:00", await _database.ScalarAsync<string>(
            "SELECT to_char(due AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') FROM job_run WHERE name = $1", Watch));
        Assert.True(await _database.ScalarAsync<bool>("SELECT bool_and(due > now() - interval '1 day') FROM job_run WHERE name = $1", Watch));
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        foreach (var bot in _bots) bot.Dispose();
        await _database.DisposeAsync();
    }

    /// <summary>Starts a host and waits until it ticks.</summary>
    private async Task<BotProcess> StartAsync()
    {
        var bot = BotProcess.Start(
            ["run"],
            [
                .. RunningBot.Usual,
                ("ConnectionStrings:UnionBot", _database.ConnectionString),
                ("Jobs:LeaseSeconds", "3"),
                ("Jobs:CheckInSeconds", "1"),
            ]);
        _bots.Add(bot);
        await bot.AddressAsync();
        await Eventually.HoldsAsync(() => _database.ScalarAsync<bool>("SELECT count(*) > 0 FROM job_schedule"));
        return bot;
    }

    private async Task<int> HostOtherThanAsync(int process)
    {
        var host = process;
        await Eventually.HoldsAsync(async () =>
        {
            host = await _database.ScalarAsync<int>(
                "SELECT coalesce(max(split_part(host, ':', 2)::int), $2) FROM job_schedule WHERE name = $1", Expire, process);
            return host != process;
        });
        return host;
    }

    private Task<long> RunsAsync(string job, string that) =>
        _database.ScalarAsync<long>($"SELECT count(*) FROM job_run WHERE name = $1 AND {that}", job);
}
