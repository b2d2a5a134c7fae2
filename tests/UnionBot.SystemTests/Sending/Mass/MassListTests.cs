using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Channels;
using UnionBot.Web.Channels.WeChat;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>Lists that the platform refuses for one person, and articles, of which every list needs a draft of its own.</summary>
public sealed class MassListTests
{
    private const string DraftPath = "/cgi-bin/draft/add";

    [Fact]
    public async Task Somebody_whom_the_platform_does_not_know_is_left_out_once_it_says_who_and_the_others_of_the_list_are_told()
    {
        await using var city = await MassCity.StartAsync();
        string[] people = [.. await city.PeopleAsync(4)];
        await city.StrangerAsync();
        people = [.. people, .. await city.PeopleAsync(3)];
        await city.Sandbox.ActAsync(people[0], "unfollow", new { });
        await city.Database.ExecuteAsync("UPDATE person SET unfollowed_at = NULL");
        await city.OrderAsync(new { kind = "error", path = "/cgi-bin/user/info/batchget", times = 1, errcode = -1 });

        var broadcast = await city.SendAsync(SendRoute.Mass);
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT not_before IS NOT NULL FROM mass_slice"));
        Assert.Equal(8, await city.CountAsync(broadcast, OutboundStatus.Queued));
        await city.WaitAsync(TimeSpan.FromMinutes(6));

        await city.IsAsync(broadcast, MassState.Finished);
        var fates = await city.FatesAsync(broadcast);
        Assert.Equal((OutboundStatus.Withheld, WithheldReason.Unfollowed), (fates[0].Status, fates[0].Reason!.Value));
        Assert.Equal((OutboundStatus.Failed, 40003), (fates[4].Status, fates[4].ErrorCode!.Value));
        Assert.Equal(6, await city.CountAsync(broadcast, OutboundStatus.Accepted));
        var got = await city.GotAsync(people);
        Assert.Equal([0, 1, 1, 1, 1, 1, 1], got);
    }

    [Fact]
    public async Task Whom_the_platform_does_not_know_is_left_out_of_later_broadcasts_until_they_come_again()
    {
        await using var city = await MassCity.StartAsync();
        await city.PeopleAsync(4);
        await city.StrangerAsync();
        var first = await city.SendAsync(SendRoute.Mass, MessageKind.Warning);
        await city.EndsAsync(first);
        Assert.Equal((OutboundStatus.Failed, 40003), Fate(await city.FatesAsync(first)));

        var second = await city.SendAsync(SendRoute.Mass, MessageKind.Warning);
        await city.EndsAsync(second);

        var left = (await city.FatesAsync(second))[^1];
        Assert.Equal((OutboundStatus.Withheld, WithheldReason.NotKnown, 0), (left.Status, left.Reason!.Value, left.Attempts));
        Assert.Equal(4, await city.CountAsync(second, OutboundStatus.Accepted));

        await city.Database.ExecuteAsync(
            "INSERT INTO talk (person_id, version, has_held, last_at) SELECT id, 0, false, unknown_at + interval '1 minute' FROM person WHERE unknown_at IS NOT NULL");
        var third = await city.SendAsync(SendRoute.Mass, MessageKind.Warning);
        await city.EndsAsync(third);
        Assert.Equal((OutboundStatus.Failed, 40003), Fate(await city.FatesAsync(third)));

        static (OutboundStatus, int) Fate(MassFate[] fates) => (fates[^1].Status, fates[^1].ErrorCode ?? 0);
    }

    [Fact]
    public async Task Articles_go_to_every_list_and_the_draft_that_staff_made_stays()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(25);
        city.Words.List = new ListContent.Articles(await DraftAsync(city));
        await city.OrderAsync(new { kind = "dropAnswer", path = MassCity.List, times = 2 });

        var broadcast = await city.SendAsync(SendRoute.Mass);

        await city.EndsAsync(broadcast);
        Assert.Equal(25, await city.CountAsync(broadcast, OutboundStatus.Accepted));
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
        Assert.Equal("春送岗位", (string?)Assert.Single(await city.DeliveredAsync(people[24]))!["text"]);
        Assert.Equal(1, await DraftsAsync(city));
    }

    [Fact]
    public async Task A_draft_that_was_written_down_is_sent_one_that_is_gone_is_made_again_and_without_an_original_staff_have_to_look()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(6);
        var original = await DraftAsync(city);
        city.Words.List = new ListContent.Articles(original);

        await city.IsAsync(await WithDraftAsync(city, await DraftAsync(city)), MassState.Finished);
        Assert.Equal(1, await DraftsAsync(city));
        await city.IsAsync(await WithDraftAsync(city, "gone"), MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(2, got));

        await city.Sandbox.CallAsync("/cgi-bin/draft/delete", new { media_id = original });
        var last = await city.SendAsync(SendRoute.Mass);

        await city.IsAsync(last, MassState.Halted);
        Assert.Equal(40007, (await city.LedgerAsync(ledger => ledger.ReadAsync(last, default)))!.HaltCode);
    }

    [Fact]
    public async Task A_copy_whose_id_nobody_learnt_is_found_and_sent_under_its_own_title()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(25);
        city.Words.List = new ListContent.Articles(await DraftAsync(city));
        await city.OrderAsync(new { kind = "dropAnswer", path = DraftPath, times = 2 });

        var broadcast = await city.SendAsync(SendRoute.Mass);
        await city.EndsAsync(broadcast);

        Assert.Equal(25, await city.CountAsync(broadcast, OutboundStatus.Accepted));
        foreach (var person in people) Assert.Equal("春送岗位", (string?)Assert.Single(await city.DeliveredAsync(person))!["text"]);
        Assert.Equal(1, await DraftsAsync(city));
    }

    [Fact]
    public async Task What_a_host_made_that_died_before_it_kept_the_id_is_sent_by_the_one_that_takes_over()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(6);
        var original = await DraftAsync(city);
        city.Words.List = new ListContent.Articles(original);
        var sender = city.Bot.Services.GetServices<IHostedService>().OfType<MassSender>().Single();
        await sender.StopAsync(default);
        var broadcast = await city.SendAsync(SendRoute.Mass);

        var slice = await city.Bot.Services.GetRequiredService<MassClaims>().ClaimAsync(default);
        await city.Bot.Services.GetRequiredService<MassOutcomes>().BeginDraftAsync(slice!, default);
        var copy = await city.Bot.Services.GetRequiredService<IMassChannel>()
            .CopyDraftAsync(new ListContent.Articles(original), DraftCopies.NameOf(slice!.ClientKey), slice!.People[0], default);
        Assert.Equal(2, await DraftsAsync(city));
        await sender.StartAsync(default);
        await city.EndsAsync(broadcast);

        Assert.Equal(copy.MediaId, await city.Database.ScalarAsync<string>("SELECT draft_id FROM mass_slice WHERE broadcast_id = $1", broadcast));
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
        Assert.Equal(1, await DraftsAsync(city));
    }

    [Fact]
    public async Task What_was_made_for_lists_of_a_broadcast_that_ended_before_they_were_sent_is_removed_at_night()
    {
        await using var city = await MassCity.StartAsync();
        await city.PeopleAsync(12);
        var original = await DraftAsync(city);
        await city.Bot.Services.GetServices<IHostedService>().OfType<MassSender>().Single().StopAsync(default);
        var broadcast = await city.FreezeAsync(SendRoute.Mass);
        var channel = city.Bot.Services.GetRequiredService<IMassChannel>();
        var kept = await MakeAsync("kept");
        await MakeAsync(DraftCopies.NameOf(await city.Database.ScalarAsync<string>("SELECT client_key FROM mass_slice WHERE number = 2")));
        await city.Database.ExecuteAsync("UPDATE mass_slice SET draft_at = $1, draft_id = CASE number WHEN 1 THEN $2 END", city.Now.ToUniversalTime(), kept);
        await city.LedgerAsync(async ledger => await ledger.StartAsync(broadcast, city.Now.ToUniversalTime(), city.Now.AddHours(8).ToUniversalTime(), default));
        Assert.Equal(3, await DraftsAsync(city));
        Assert.Equal(0, (await ClearAsync()).Done);

        await city.Database.ExecuteAsync("UPDATE mass_send SET state = 4");
        Assert.Equal(2, (await ClearAsync()).Done);
        Assert.Equal(1, await DraftsAsync(city));
        Assert.Equal(0, (await ClearAsync()).Done);

        async Task<string> MakeAsync(string name) =>
            (await channel.CopyDraftAsync(new ListContent.Articles(original), name, new SendAttempt(new(1), "", 1), default)).MediaId!;

        async Task<JobReport> ClearAsync()
        {
            await using var scope = city.Bot.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ClearDrafts>().RunAsync(city.Now, default);
        }
    }

    /// <summary>A broadcast of one list, for which a host that died had made a draft; the next may follow.</summary>
    private static async Task<int> WithDraftAsync(MassCity city, string draft)
    {
        var broadcast = await city.FreezeAsync(SendRoute.Mass);
        await city.Database.ExecuteAsync("UPDATE mass_slice SET draft_id = $1 WHERE broadcast_id = $2", draft, broadcast);
        await city.StartAsync(broadcast);
        await city.IsAsync(broadcast, MassState.Finished);
        await city.WaitAsync(TimeSpan.FromDays(8));
        return broadcast;
    }

    private static async Task<string> DraftAsync(MassCity city) => (string)(await city.Sandbox.CallAsync(
        DraftPath, new { articles = new[] { new { title = "春送岗位", content = "<p>周六上午</p>", digest = "泉城广场" } } }))["media_id"]!;

    private static async Task<int> DraftsAsync(MassCity city) =>
        (int)(await city.Sandbox.CallAsync("/cgi-bin/draft/count"))["total_count"]!;
}
