using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Messaging;
using UnionBot.Web.Setup.Health;

namespace UnionBot.SystemTests.Sending;

/// <summary>Of a batch that is claimed already nothing more is sent by a way that the platform has closed.</summary>
public sealed class ClosedWayTests
{
    private const int Batch = 24;

    [Theory]
    [InlineData(45009, OutboundStatus.Queued)]
    [InlineData(48001, OutboundStatus.HeldForContact)]
    public async Task The_first_refusal_stops_the_rest_of_the_batch(int refusal, OutboundStatus becomes)
    {
        await using var city = await LedgerCity.StartAsync();
        var workers = await WaitingBatchAsync(city);
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = Batch, errcode = refusal });

        await city.GoOnAsync();

        await Hosting.Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>(
            "SELECT bool_and(status = $1 AND leased_until IS NULL AND route IS NULL) AND max(attempts) = 1 FROM outbound WHERE occasion LIKE 'test/%'", (short)becomes));
        var calls = await city.Database.ScalarAsync<long>("SELECT sum(attempts) FROM outbound WHERE occasion LIKE 'test/%'");
        Assert.InRange(calls, 1, LedgerCity.AtOnce);
        Assert.Equal(0L, await city.Database.ScalarAsync<long>("SELECT sum(typed_spent) FROM talk"));
        Assert.Empty(await city.WaysAsync(workers[0]));
    }

    [Fact]
    public async Task Staff_on_duty_are_told_once_that_the_account_has_lost_the_right_and_so_is_who_runs_the_bot()
    {
        await using var city = await LedgerCity.StartAsync();
        var phone = await city.OnDutyAsync("赵敏");
        await WaitingBatchAsync(city);
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = Batch, errcode = 48001 });

        await city.GoOnAsync();

        await Hosting.Eventually.HoldsAsync(async () =>
            await city.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'sending/refused/%' AND status = 8") == 1);
        Assert.Contains("微信不让发客服消息", await city.SayAsync(phone, "菜单"), StringComparison.Ordinal);
        var check = city.Bot.Services.GetServices<IOperatorCheck>().Single(c => c.Name == "account: sending");
        Assert.Contains("Custom 48001", await check.FaultAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_platform_does_not_know_is_sent_nothing_more_until_they_come_again()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 1, errcode = 40003 });
        await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.HasAsync(OutboundStatus.Failed, 1);

        await city.TellAsync(worker, MessageKind.StaffAnswer);

        await city.HasAsync(OutboundStatus.Withheld, 1);
        Assert.Equal((short)WithheldReason.NotKnown, await city.Database.ScalarAsync<short>("SELECT withheld FROM outbound WHERE occasion LIKE 'test/%' AND status = 9 AND attempts = 0"));
        Assert.Empty(await city.WaysAsync(worker));

        await city.WaitAsync(TimeSpan.FromMinutes(1));
        await city.SayAsync(worker, "菜单");
        await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.HasAsync(OutboundStatus.Accepted, 1);
        Assert.Equal(["custom"], await city.WaysAsync(worker));
    }

    private static async Task<string[]> WaitingBatchAsync(LedgerCity city)
    {
        var workers = await city.Sandbox.AddFollowersAsync(Batch);
        await Task.WhenAll(workers.Select(worker => city.SayAsync(worker, "菜单")));
        await city.StopAsync();
        foreach (var worker in workers) await city.TellAsync(worker, MessageKind.StaffAnswer);
        return workers;
    }
}
