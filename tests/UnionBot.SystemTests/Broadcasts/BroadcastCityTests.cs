using System.Net.Http.Json;
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
    public async Task Articles_that_staff_chose_arrive_as_articles_and_their_draft_stays()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync()];
        var number = await city.ArticlesForTomorrowAsync(await city.DraftAsync("春送岗位招聘会"));
        Assert.Equal("春送岗位招聘会\n泉城广场", await city.Database.ScalarAsync<string>("SELECT text FROM broadcast WHERE id = $1", number));

        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);

        Assert.All(await city.FatesAsync(number), fate => Assert.Equal(OutboundStatus.Accepted, fate.Status));
        foreach (var person in people) Assert.Equal("春送岗位招聘会", Assert.Single(await city.GotAsync(person, "mass")));
        Assert.Equal(1, (int)(await city.Sandbox.CallAsync("/cgi-bin/draft/count"))["total_count"]!);
    }

    [Fact]
    public async Task Who_tests_articles_sees_the_very_card_on_their_own_phone_that_people_will_get()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync()];
        var phone = await city.WriterPhoneAsync();
        var number = await city.ArticlesForTomorrowAsync(await city.DraftAsync("春送岗位招聘会"));

        Assert.Null(await city.TestAsync(number));

        var shown = await city.CardAsync(phone, "preview");
        Assert.StartsWith("mpnews", shown, StringComparison.Ordinal);
        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);
        foreach (var person in people) Assert.Equal(shown, await city.CardAsync(person, "mass"));
        Assert.Empty(await city.GotAsync(phone, "custom"));
    }

    [Fact]
    public async Task Where_the_account_cannot_show_articles_who_tests_them_reads_what_they_say()
    {
        await using var city = await BroadcastCity.StartAsync();
        var phone = await city.WriterPhoneAsync();
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "error", path = "/cgi-bin/message/mass/preview", times = 9, errcode = 48001 });
        var number = await city.ArticlesForTomorrowAsync(await city.DraftAsync("春送岗位招聘会"));

        Assert.Null(await city.TestAsync(number));

        Assert.Contains("text", await city.CardAsync(phone, "custom"), StringComparison.Ordinal);
        Assert.Contains("春送岗位招聘会\n泉城广场", Assert.Single(await city.GotAsync(phone, "custom")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_that_were_changed_after_the_release_are_not_sent_until_they_are_chosen_and_released_anew()
    {
        await using var city = await BroadcastCity.StartAsync();
        var person = await city.FollowerAsync();
        await city.FollowerAsync();
        var draft = await city.DraftAsync("春送岗位招聘会");
        var number = await city.ArticlesForTomorrowAsync(draft);
        await city.Sandbox.CallAsync(
            "/cgi-bin/draft/update", new { media_id = draft, index = 0, articles = new { title = "春送岗位招聘会", content = "<p>改到周日</p>", digest = "泉城广场" } });

        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Draft);

        Assert.Empty(await city.GotAsync(person, "mass"));
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'broadcast/articles-changed'"));
        Assert.Equal(BroadcastRefusal.ArticlesChanged, await city.ApproveAsync(number, 3));
        await city.WriterPhoneAsync();
        Assert.Equal(BroadcastRefusal.ArticlesChanged, await city.TestAsync(number));
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

    [Fact]
    public async Task By_subscription_notice_those_who_agreed_get_one_and_its_result_closes_their_row()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync()];
        foreach (var person in people[..2]) await city.AcceptAsync(person);
        var number = await city.ForTomorrowAsync(BroadcastRoute.Notice, "title: 春送岗位招聘会\ntime: 2026年3月7日 09:00");

        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);

        await Eventually.HoldsAsync(async () => (await city.FatesAsync(number)).Count(f => f.Status is OutboundStatus.Delivered) == 2);
        var fates = await city.FatesAsync(number);
        Assert.All(fates[..2], fate => Assert.NotNull(fate.PlatformId));
        Assert.Equal((OutboundStatus.Withheld, WithheldReason.NoWay), (fates[2].Status, fates[2].Reason!.Value));
        foreach (var person in people[..2]) Assert.Contains("春送岗位招聘会", Assert.Single(await city.GotAsync(person, "subscription")), StringComparison.Ordinal);
        Assert.Equal(2L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM notice_use WHERE spent = 1"));
    }

    [Fact]
    public async Task By_template_those_with_an_open_case_get_it_and_who_refuses_messages_is_known_to_have_failed()
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync(), await city.FollowerAsync()];
        foreach (var person in people[..2]) await city.SayAsync(person, "人工");
        await city.Sandbox.Http.PatchAsJsonAsync($"/sandbox/followers/{people[1]}", new { refusesMessages = true });
        var number = await city.ForTomorrowAsync(BroadcastRoute.Template, "title: 材料齐了", "handover/asked");

        await city.WaitAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await city.BecomesAsync(number, BroadcastState.Sent);

        await Eventually.HoldsAsync(async () => (await city.FatesAsync(number)).All(f => f.Status is not OutboundStatus.Accepted));
        Assert.Equal([OutboundStatus.Delivered, OutboundStatus.Failed], (await city.FatesAsync(number)).Select(f => f.Status));
        Assert.Contains("材料齐了", Assert.Single(await city.GotAsync(people[0], "template")), StringComparison.Ordinal);
        Assert.Empty(await city.GotAsync(people[2], "template"));
    }
}
