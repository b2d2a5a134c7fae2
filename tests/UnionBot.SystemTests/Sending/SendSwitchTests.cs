using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.Sending;

public sealed class SendSwitchTests
{
    [Fact]
    public async Task A_named_person_stops_what_goes_out_on_all_hosts_and_answers_and_alarms_go_on()
    {
        await using var city = await LedgerCity.StartAsync();
        await using var other = await city.NewBotAsync();
        var worker = await city.WorkerAsync();
        var staff = await StaffAsync(city);

        Assert.True(await SetAsync(city, stopped: true, staff));
        Assert.False(await SetAsync(city, stopped: true, staff));
        await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.TellAsync(worker, MessageKind.Alarm);

        await city.HasAsync(OutboundStatus.Accepted, 1);
        Assert.NotEmpty(await city.SayAsync(worker, "菜单"));
        Assert.Equal(1, await city.CountAsync(OutboundStatus.Queued));
        Assert.True(await SetAsync(city, stopped: false, staff));
        await city.HasAsync(OutboundStatus.Accepted, 2);
        Assert.Equal(
            ["sending/started", "sending/stopped"],
            await city.Database.ScalarAsync<string[]>("SELECT array_agg(action ORDER BY action) FROM audit_entry WHERE action LIKE 'sending/%' AND actor_id = $1", staff));
    }

    [Fact]
    public async Task What_a_host_claimed_before_the_stop_is_not_begun_after_it()
    {
        await using var city = await LedgerCity.StartAsync();
        var (worker, staff) = (await city.WorkerAsync(), await StaffAsync(city));
        await SetAsync(city, stopped: true, staff);
        await city.TellAsync(worker, MessageKind.Alarm);
        await city.HasAsync(OutboundStatus.Accepted, 1);

        await city.Database.ExecuteAsync("UPDATE outbound SET status = 0, kind = 1, leased_until = '2099-01-01', begun_at = NULL WHERE occasion LIKE 'test/%'");
        var claimed = new ClaimedMessage(
            await city.Database.ScalarAsync<long>("SELECT id FROM outbound WHERE occasion LIKE 'test/%'"),
            await city.Database.ScalarAsync<DateOnly>("SELECT period FROM outbound WHERE occasion LIKE 'test/%'"),
            default, "wechat", "", "", 0, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Null(await city.Bot.Services.GetRequiredService<SendBeginnings>().BeginAsync(claimed));
    }

    private static async Task<long> StaffAsync(LedgerCity city)
    {
        await using var scope = city.Bot.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("赵敏", organisation: null, CancellationToken.None))!.Value;
    }

    private static async Task<bool> SetAsync(LedgerCity city, bool stopped, long staff)
    {
        await using var scope = city.Bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendSwitch>().SetAsync(stopped, staff, "演练", seen: null, CancellationToken.None);
    }
}
