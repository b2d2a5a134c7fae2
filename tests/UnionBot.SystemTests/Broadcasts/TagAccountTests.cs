using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>An account that has no right to lists, templates and notices, as a subscription account (订阅号): it sends to many by a tag alone.</summary>
public sealed class TagAccountTests
{
    private static readonly string[] NotAllowed =
        ["/cgi-bin/message/mass/send", "/cgi-bin/message/template/send", "/cgi-bin/message/subscribe/bizsend"];

    [Fact]
    public async Task A_broadcast_reaches_everybody_who_may_be_told_and_the_ledger_tells_each_ones_fate()
    {
        await using var city = await StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync()];
        await city.SayAsync(people[2], "退订活动");
        await city.Sandbox.ActAsync(people[3], "unfollow", new { });
        var number = await city.ForTomorrowAsync(BroadcastRoute.Mass, "春送岗位招聘会周六上午在泉城广场。");
        var plan = await city.PlanAsync(number);
        Assert.Equal((2L, true), (plan.Reached, plan.Cost!.ByTag));

        await SentAsync(city, number);

        var fates = await city.FatesAsync(number);
        Assert.Equal(
            [(OutboundStatus.Accepted, null), (OutboundStatus.Accepted, null), (OutboundStatus.Withheld, WithheldReason.OptedOut), (OutboundStatus.Withheld, WithheldReason.Unfollowed)],
            fates.Select(f => (f.Status, f.Reason)));
        await Eventually.HoldsAsync(async () => (await city.FatesAsync(number))[0].Batch is { Number: 1, Total: 2, Sent: 2, Failed: 0 });
        foreach (var person in people[..2]) Assert.Contains("回复 退订", Assert.Single(await city.GotAsync(person, "mass")), StringComparison.Ordinal);
        foreach (var person in people[2..]) Assert.Empty(await city.GotAsync(person, "mass"));
        await Eventually.HoldsAsync(async () => (await city.Sandbox.CallAsync("/cgi-bin/tags/get"))["tags"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Articles_reach_also_somebody_alone_and_their_draft_stays()
    {
        await using var city = await StartAsync();
        var person = await city.FollowerAsync();
        var number = await city.ArticlesForTomorrowAsync(await city.DraftAsync("春送岗位招聘会"));

        await SentAsync(city, number);

        var fate = Assert.Single(await city.FatesAsync(number));
        Assert.Equal((OutboundStatus.Accepted, 1), (fate.Status, fate.Attempts));
        Assert.StartsWith("mpnews", await city.CardAsync(person, "mass"), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await city.Sandbox.CallAsync("/cgi-bin/draft/count"))["total_count"]!);
    }

    private static async Task<BroadcastCity> StartAsync()
    {
        var city = await BroadcastCity.StartAsync(MassWay.Tag);
        foreach (var path in NotAllowed)
            await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "error", path, times = 100, errcode = 48001 });
        return city;
    }

    /// <summary>Nine tomorrow has come, and it is sent.</summary>
    private static async Task SentAsync(BroadcastCity city, int number)
    {
        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);
    }
}
