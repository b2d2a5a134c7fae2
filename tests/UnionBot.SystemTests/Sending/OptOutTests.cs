using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Sending;

/// <summary>退订 holds from the turn that says so, for what waits and for what is claimed already.</summary>
public sealed class OptOutTests
{
    [Fact]
    public async Task What_a_person_opted_out_of_is_withheld_with_its_reason_and_their_own_matters_go_on()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();

        Assert.Contains("1 招聘推送", await city.SayAsync(worker, "退订"), StringComparison.Ordinal);
        Assert.Contains("回复 恢复招聘推送", await city.SayAsync(worker, "1"), StringComparison.Ordinal);
        await city.TellAsync(worker, MessageKind.VacancyPush);
        await city.TellAsync(worker, MessageKind.Booking);
        await city.TellAsync(worker, MessageKind.StaffAnswer);

        await city.HasAsync(OutboundStatus.Withheld, 1);
        await city.HasAsync(OutboundStatus.Accepted, 2);
        Assert.Equal((short)WithheldReason.OptedOut, await city.Database.ScalarAsync<short>("SELECT withheld FROM outbound WHERE status = 9"));
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'notices/stopped'"));
    }

    [Fact]
    public async Task What_was_stopped_comes_again_by_a_word()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.SayAsync(worker, "退订");
        await city.SayAsync(worker, "都不要");
        Assert.Equal(3L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM opt_out"));

        Assert.Contains("恢复了", await city.SayAsync(worker, "恢复活动通知"), StringComparison.Ordinal);
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM opt_out WHERE kind = 9"));
        await city.SayAsync(worker, "恢复通知");
        Assert.Equal(0L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM opt_out"));
    }

    [Fact]
    public async Task What_a_host_claimed_before_the_word_is_not_begun_after_it()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.StopAsync();
        await city.TellAsync(worker, MessageKind.VacancyPush);
        await city.Database.ExecuteAsync("UPDATE outbound SET leased_until = '2099-01-01', route = 1 WHERE occasion LIKE 'test/%'");
        await city.SayAsync(worker, "退订招聘");
        await city.GoOnAsync();

        var (beginnings, outcomes) = (city.Bot.Services.GetRequiredService<SendBeginnings>(), city.Bot.Services.GetRequiredService<SendOutcomes>());
        var claimed = await ClaimedAsync(city);
        Assert.Null(await beginnings.BeginAsync(claimed));
        await outcomes.LetGoAsync(claimed, CancellationToken.None);

        await city.HasAsync(OutboundStatus.Withheld, 1);
        Assert.Empty(await city.WaysAsync(worker));
    }

    private static async Task<ClaimedMessage> ClaimedAsync(LedgerCity city) => new(
        await city.Database.ScalarAsync<long>("SELECT id FROM outbound WHERE occasion LIKE 'test/%'"),
        await city.Database.ScalarAsync<DateOnly>("SELECT period FROM outbound WHERE occasion LIKE 'test/%'"),
        new(await city.Database.ScalarAsync<long>("SELECT person_id FROM outbound WHERE occasion LIKE 'test/%'")),
        "wechat", "", "", 0, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
        Kind = MessageKind.VacancyPush,
        Route = SendRoute.Custom,
    };
}
