using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending;

/// <summary>What goes wrong between us and the platform while many are told something.</summary>
public sealed class FaultySendTests
{
    private const int People = 12;
    private const int Faults = 4;

    [Theory]
    [InlineData("html")]
    [InlineData("empty")]
    [InlineData("dropCall")]
    [InlineData("dropAnswer")]
    public async Task Whatever_becomes_of_an_answer_nobody_has_two_and_who_has_none_is_listed(string fault)
    {
        await using var city = await LedgerCity.StartAsync();
        var silent = await WorkersAsync(city);
        await city.WaitAsync(TimeSpan.FromHours(49));
        var talking = await WorkersAsync(city);
        await city.StopAsync();
        foreach (var worker in silent) await city.TellAsync(worker, MessageKind.Booking);
        foreach (var worker in talking) await city.TellAsync(worker, MessageKind.StaffAnswer);
        foreach (var path in new[] { LedgerCity.Custom, LedgerCity.Template })
            await city.OrderAsync(new { kind = fault, path, times = Faults, status = 502 });

        await city.GoOnAsync();
        await SettledAsync(city);

        foreach (var worker in silent) Assert.Equal(["template"], await city.WaysAsync(worker));
        var got = await Task.WhenAll(talking.Select(async worker => (await city.WaysAsync(worker)).Count));
        Assert.All(got, count => Assert.InRange(count, 0, 1));
        Assert.True(got.Count(count => count == 0) <= await city.CountAsync(OutboundStatus.Unknown));
        Assert.Equal(2 * People, await city.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'test/%' AND status IN (3, 4, 7)"));
    }

    [Fact]
    public async Task A_token_that_expires_in_the_middle_of_a_batch_is_renewed_and_nobody_is_left_out_or_told_twice()
    {
        await using var city = await LedgerCity.StartAsync();
        var workers = await WorkersAsync(city);
        await city.StopAsync();
        foreach (var worker in workers) await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.OrderAsync(new { kind = "delay", path = LedgerCity.Custom, times = People, delayMs = 50 });

        await city.GoOnAsync();
        await Eventually.HoldsAsync(async () => await city.CountAsync(OutboundStatus.Accepted) >= 2);
        await city.Sandbox.ControlAsync("/sandbox/token/expire?byAge=false", new { });
        Assert.InRange(await city.CountAsync(OutboundStatus.Accepted), 2, People - 1);

        await city.HasAsync(OutboundStatus.Accepted, People);
        foreach (var worker in workers) Assert.Equal(["custom"], await city.WaysAsync(worker));
    }

    private static async Task<string[]> WorkersAsync(LedgerCity city)
    {
        var workers = await city.Sandbox.AddFollowersAsync(People);
        await Task.WhenAll(workers.Select(worker => city.SayAsync(worker, "菜单")));
        return workers;
    }

    /// <summary>Lets the pauses between attempts pass until nothing waits.</summary>
    private static async Task SettledAsync(LedgerCity city)
    {
        for (var pause = 0; pause < 5; pause++)
        {
            await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>(
                "SELECT NOT EXISTS (SELECT 1 FROM outbound WHERE occasion LIKE 'test/%' AND (status = 1 OR (status = 0 AND attempts = 0)))"));
            if (await city.CountAsync(OutboundStatus.Queued) == 0) break;

            await city.WaitAsync(TimeSpan.FromSeconds(20));
        }

        // What the platform took is reported by it later.
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>(
            "SELECT NOT EXISTS (SELECT 1 FROM outbound WHERE occasion LIKE 'test/%' AND status IN (0, 1, 8))"));
    }
}
