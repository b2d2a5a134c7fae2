using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>When many may be told something, and how it is stopped.</summary>
public sealed class MassPolicyTests
{
    private const int People = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pause_and_the_switch_hold_the_rest_and_who_was_told_is_not_told_again(bool byPause)
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        await city.OrderAsync(new { kind = "delay", path = MassCity.Template, times = People, delayMs = 700 });
        var broadcast = await city.SendAsync(SendRoute.Template, MessageKind.Booking);
        await Eventually.HoldsAsync(async () => await city.CountAsync(broadcast, OutboundStatus.Sending) > 0);

        if (byPause) Assert.True(await city.LedgerAsync(ledger => ledger.PauseAsync(broadcast, default)));
        else await city.Database.ExecuteAsync("UPDATE send_switch SET is_stopped = true");
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM mass_slice WHERE state = 1)"));
        Assert.InRange(await city.CountAsync(broadcast, OutboundStatus.Queued), 1, People - 1);
        Assert.Equal(0, await city.CountAsync(broadcast, OutboundStatus.Sending));

        await city.StartAsync(broadcast);
        await city.Database.ExecuteAsync("UPDATE send_switch SET is_stopped = false");
        await city.IsAsync(broadcast, MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }

    [Fact]
    public async Task A_pause_waits_for_a_part_that_is_being_taken_so_that_none_is_taken_after_it()
    {
        await using var city = await MassCity.StartAsync();
        await city.PeopleAsync(People);
        var broadcast = await city.FreezeAsync(SendRoute.Template, MessageKind.Booking);
        Task<bool> pause;
        await using (var people = await HeldLock.TakeAsync(city.Database.Source, "SELECT FROM mass_recipient FOR UPDATE"))
        {
            await city.StartAsync(broadcast);
            await people.WaitedForAsync();
            pause = city.LedgerAsync(ledger => ledger.PauseAsync(broadcast, default));
            await Eventually.HoldsAsync(async () => pause.IsCompleted || await IsPauseWaitingAsync(city));

            Assert.False(pause.IsCompleted);
        }

        Assert.True(await pause);
    }

    [Fact]
    public async Task Outside_the_hours_for_broadcasts_nobody_is_told_but_of_a_danger_and_after_its_window_nobody_at_all()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(12);
        await city.WaitAsync(TimeSpan.FromHours(10.75));
        var expired = await city.SendAsync(SendRoute.Mass, hours: 1);
        var kept = await city.SendAsync(SendRoute.Mass, hours: 24);

        await city.WaitAsync(TimeSpan.FromHours(2));
        await city.IsAsync(expired, MassState.Finished);
        Assert.Equal(12, await city.CountAsync(expired, OutboundStatus.Expired));
        Assert.Equal(12, await city.CountAsync(kept, OutboundStatus.Queued));
        await city.IsAsync(await city.SendAsync(SendRoute.Mass, MessageKind.Warning, hours: 1), MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));

        await city.WaitAsync(TimeSpan.FromHours(10));
        await city.IsAsync(kept, MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(2, got));
    }

    [Fact]
    public async Task A_token_that_expires_in_the_middle_of_a_part_is_renewed_and_nobody_is_left_out_or_told_twice()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        await city.OrderAsync(new { kind = "delay", path = MassCity.Template, times = People, delayMs = 300 });
        var broadcast = await city.SendAsync(SendRoute.Template, MessageKind.Booking);
        await Eventually.HoldsAsync(async () => await city.CountAsync(broadcast, OutboundStatus.Accepted, OutboundStatus.Delivered) > 0);
        await city.Sandbox.ControlAsync("/sandbox/token/expire?byAge=false", new { });

        await city.EndsAsync(broadcast);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }

    [Fact]
    public async Task Nobody_has_more_mass_sends_in_a_month_than_the_platform_allows()
    {
        await using var city = await MassCity.StartAsync();
        await city.PeopleAsync(4);
        var days = new DateTimeOffset(city.Now.Year, city.Now.Month, 1, 0, 0, 0, city.Now.Offset).AddMonths(1).AddHours(10) - city.Now;
        await city.WaitAsync(days);
        var broadcasts = new List<int>();
        for (var week = 0; week < 5; week++)
        {
            broadcasts.Add(await city.SendAsync(SendRoute.Mass));
            await city.IsAsync(broadcasts[^1], MassState.Finished);
            await city.WaitAsync(TimeSpan.FromDays(7));
        }

        foreach (var broadcast in broadcasts[..4]) Assert.Equal(4, await city.CountAsync(broadcast, OutboundStatus.Accepted));
        var last = await city.FatesAsync(broadcasts[4]);
        Assert.All(last, fate => Assert.Equal(city.Now.AddDays(-7).Day >= 29 ? WithheldReason.MonthIsFull : null, fate.Reason));
    }

    // For somebody's lock.
    private static Task<bool> IsPauseWaitingAsync(MassCity city) => city.Database.ScalarAsync<bool>(
        """
        SELECT EXISTS (SELECT FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE mass_send SET state = 2 %')
        """);
}
