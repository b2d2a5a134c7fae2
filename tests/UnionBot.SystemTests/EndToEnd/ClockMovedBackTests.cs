using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Services.Membership;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The demo's clock is moved on, back, and on again while people talk and jobs run.</summary>
public sealed class ClockMovedBackTests : IAsyncLifetime
{
    /// <summary>How often the rarer of the two jobs has run.</summary>
    private const string RunsSql =
        """
        SELECT least(count(*) FILTER (WHERE name = 'membership/erase-due-data'), count(*) FILTER (WHERE name = 'membership/list-unfollowed'))
          FROM job_run WHERE error IS NULL AND due > $1
        """;

    private City _city = null!;

    public async Task InitializeAsync() => _city = await City.StartAsync();

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Jobs_run_by_their_plan_again_and_nothing_happens_twice()
    {
        // A job that is new begins where the clock stands: moved before the first tick, nothing would be due.
        await Eventually.HoldsAsync(() => _city.Database.ScalarAsync<bool>("SELECT count(*) > 0 FROM job_schedule"));
        var followers = await _city.Sandbox.AddFollowersAsync(3);
        await _city.SayAsync(followers[0], "人工");
        foreach (var gone in followers[..2])
        {
            await _city.SayAsync(gone, "你好");
            await _city.Sandbox.ActAsync(gone, "unfollow", new { });
        }

        await MoveAsync(TimeSpan.FromDays(8));
        await Eventually.HoldsAsync(async () => await RunsAsync() == 1);
        Assert.Equal((1L, 1L), await EffectsAsync());

        await MoveAsync(-TimeSpan.FromDays(8));
        Assert.NotEmpty(await _city.SayAsync(followers[2], "菜单"));
        await Eventually.HoldsAsync(() => _city.Database.ScalarAsync<bool>(
            "SELECT bool_and(done_until < $1) FROM job_schedule", TimeProvider.System.GetUtcNow().AddDays(1)));

        await MoveAsync(TimeSpan.FromDays(8));
        await Eventually.HoldsAsync(async () => await RunsAsync() == 2);
        Assert.Equal((1L, 1L), await EffectsAsync());
        Assert.NotEmpty(await _city.SayAsync(followers[2], "菜单"));
    }

    /// <summary>Moves the platform's clock and waits until the bot follows.</summary>
    private async Task MoveAsync(TimeSpan by)
    {
        var clock = _city.Bot.Services.GetRequiredService<BusinessClock>();
        var wanted = clock.Offset + by;
        await _city.Sandbox.AdvanceAsync(by);
        await Eventually.HoldsAsync(() => (clock.Offset - wanted).Duration() < TimeSpan.FromMinutes(1));
    }

    /// <summary>A week from the real now, so that what came due before the clock was moved does not count.</summary>
    private Task<long> RunsAsync() => _city.Database.ScalarAsync<long>(RunsSql, TimeProvider.System.GetUtcNow().AddDays(7));

    /// <summary>Who was erased, and who was put onto the telephone list because a case of theirs is open.</summary>
    private async Task<(long Erased, long Listed)> EffectsAsync() => (
        await _city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'my-data/erased'"),
        await _city.Database.ScalarAsync<long>("SELECT count(*) FROM union_case WHERE kind = $1", CaseKinds.Unfollowed));
}
