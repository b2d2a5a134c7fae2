using UnionBot.Core.Messaging;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>From the draft to the phones, with the platform's stand-in.</summary>
public sealed class BroadcastCityTests
{
    [Fact]
    public async Task What_is_released_for_nine_tomorrow_is_sent_then_and_the_ledger_tells_each_ones_fate()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync()];
        await city.SayAsync(people[2], "退订活动");
        await city.Sandbox.ActAsync(people[3], "unfollow", new { });
        var number = await city.ForTomorrowAsync(BroadcastRoute.Mass, "春送岗位招聘会周六上午在泉城广场。");

        await city.WaitAsync(TimeSpan.FromHours(22));
        Assert.Equal(BroadcastState.Approved, await city.StateAsync(number));
        Assert.Empty(await city.GotAsync(people[0], "mass"));

        await city.WaitAsync(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);

        var fates = await city.FatesAsync(number);
        Assert.Equal(
            [(OutboundStatus.Accepted, null), (OutboundStatus.Accepted, null), (OutboundStatus.Withheld, WithheldReason.OptedOut), (OutboundStatus.Withheld, WithheldReason.Unfollowed)],
            fates.Select(f => (f.Status, f.Reason)));
        await Eventually.HoldsAsync(async () => (await city.FatesAsync(number))[0].Batch is { Number: 1, Total: 2, Sent: 2, Failed: 0 });
        foreach (var person in people[..2]) Assert.Contains("回复 退订", Assert.Single(await city.GotAsync(person, "mass")), StringComparison.Ordinal);
        Assert.Empty(await city.GotAsync(people[2], "mass"));
    }

    [Fact]
    public async Task By_custom_message_each_who_wrote_lately_gets_it_by_itself()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync()];
        var number = await city.ForTomorrowAsync(BroadcastRoute.Custom, "春送岗位招聘会周六上午在泉城广场。");

        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);

        Assert.All(await city.FatesAsync(number), fate => Assert.Equal((OutboundStatus.Accepted, SendRoute.Custom), (fate.Status, fate.Route)));
        foreach (var person in people) Assert.Single(await city.GotAsync(person, "custom"));
    }
}
