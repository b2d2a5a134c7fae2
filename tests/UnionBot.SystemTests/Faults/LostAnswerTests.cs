using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Faults;

/// <summary>An answer of the bot that nobody reads: the platform has hung up, or there never was anybody.</summary>
public sealed class LostAnswerTests(City city) : IClassFixture<City>
{
    private static readonly MessageCiphers Ciphers = new(new FieldCipher(RunningBot.Keys));

    [Fact]
    public async Task An_answer_the_platform_did_not_wait_for_is_given_to_the_repeat_and_not_sent_as_well()
    {
        var worker = await FollowerAsync();
        var push = SignedPush.Text(worker, "菜单", 7_001);
        await HangUpAsync(worker, push);

        var repeat = await PostAsync(push with { Timestamp = push.Timestamp + 1 });

        Assert.Contains("1 我的会籍", SignedPush.ReplyText(repeat), StringComparison.Ordinal);
        Assert.Equal((int)OutboundStatus.Replied, await LastStatusAsync(worker));
        Assert.Single(await city.DeliveredAsync(worker));
    }

    [Fact]
    public async Task An_answer_that_no_repeat_asks_for_goes_out_by_a_message_of_its_own_once()
    {
        var worker = await FollowerAsync();
        await HangUpAsync(worker, SignedPush.Text(worker, "菜单", 7_002));
        await Eventually.HoldsAsync(async () => await LastStatusAsync(worker) == (int)OutboundStatus.Queued);

        await city.Database.ExecuteAsync("UPDATE outbound SET not_before = not_before - interval '1 minute' WHERE status = 0");

        await Eventually.HoldsAsync(async () => await LastStatusAsync(worker) == (int)OutboundStatus.Accepted);
        Assert.Equal(2, (await city.DeliveredAsync(worker)).Count);
    }

    [Fact]
    public async Task A_repeat_after_an_answer_was_given_gets_the_same_again_and_nothing_is_sent()
    {
        var worker = await FollowerAsync();
        var push = SignedPush.Text(worker, "菜单", 7_003);

        var first = await PostAsync(push);
        var second = await PostAsync(push with { Timestamp = push.Timestamp + 1 });

        Assert.Equal(SignedPush.ReplyText(first), SignedPush.ReplyText(second));
        Assert.Equal((int)OutboundStatus.Replied, await LastStatusAsync(worker));
    }

    [Fact]
    public async Task Two_hosts_that_take_up_the_same_message_after_a_crash_still_send_its_answer()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await TestInbox.StartAsync(database);
        await using var second = await TestInbox.StartAsync(database);
        await HearAsync(first.Inbox, "wechat", "你好", 1);
        await LeaveUnansweredAsync(database, first);

        await Task.WhenAll(
            first.Get<UnansweredMessages>().TakeUpAsync(UnansweredMessages.Patience, CancellationToken.None),
            second.Get<UnansweredMessages>().TakeUpAsync(UnansweredMessages.Patience, CancellationToken.None));
        await Eventually.HoldsAsync(() => database.ScalarAsync<bool>("SELECT bool_and(answered_at IS NOT NULL) FROM inbound"));
        await Eventually.HoldsAsync(() => first.Inbox.InHand + second.Inbox.InHand == 0);

        Assert.Equal(
            (short)OutboundStatus.Queued, await database.ScalarAsync<short>("SELECT status FROM outbound ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public async Task What_a_crash_left_a_moment_ago_is_answered_as_soon_as_a_bot_starts()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var crashed = await RunningBot.StartAsync(database))
        {
            var inbox = crashed.Services.GetRequiredService<Inbox>();
            await HearAsync(inbox, "web", "你好", 1);
            await LeaveYoungUnansweredAsync(database, inbox, "web");
        }

        await using var bot = await RunningBot.StartAsync(database);

        await Eventually.HoldsAsync(() => database.ScalarAsync<bool>("SELECT bool_and(answered_at IS NOT NULL) FROM inbound"));
    }

    [Fact]
    public async Task A_message_that_waits_for_an_account_that_was_taken_out_of_the_settings_stops_no_bot()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bot = await RunningBot.StartAsync(database);
        var inbox = bot.Services.GetRequiredService<Inbox>();
        // Just now: else the account's window would have closed, and the words wait for the person instead.
        foreach (var channel in new[] { "wechat", "web" }) await HearAsync(inbox, channel, "你好", TimeProvider.System.GetUtcNow(), 1);

        await database.ExecuteAsync("UPDATE outbound SET status = 0");

        const string Of = "SELECT o.status FROM outbound o JOIN person p ON p.id = o.person_id WHERE p.channel = $1";
        await Eventually.HoldsAsync(async () => await database.ScalarAsync<short>(Of, "web") == 8);

        Assert.Equal(0, await database.ScalarAsync<short>(Of, "wechat"));
        Assert.False(bot.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    /// <summary>A message that was kept, acknowledged and never answered, as a crash leaves it.</summary>
    private static async Task LeaveUnansweredAsync(TestDatabase database, TestInbox inbox)
    {
        await LeaveYoungUnansweredAsync(database, inbox.Inbox, "wechat");
        await database.ExecuteAsync("UPDATE inbound SET received_at = now() - interval '2 minutes' WHERE answered_at IS NULL");
    }

    private static async Task LeaveYoungUnansweredAsync(TestDatabase database, Inbox inbox, string channel)
    {
        await using var held = await HeldLock.TakeAsync(database.Source, "SELECT 1 FROM talk FOR UPDATE");
        var heard = HearAsync(inbox, channel, "人工", 2);
        await held.WaitedForAsync();
        await held.EndWaitersAsync();
        Assert.IsType<InboxAnswer.Later>(await heard);
    }

    private static Task<InboxAnswer> HearAsync(Inbox inbox, string channel, string text, long number) =>
        HearAsync(inbox, channel, text, DateTimeOffset.FromUnixTimeSeconds(1_790_000_000 + number), number);

    private static Task<InboxAnswer> HearAsync(Inbox inbox, string channel, string text, DateTimeOffset sentAt, long number) => inbox.ReceiveAsync(
        new Delivery(channel, "o-left", $"{number}|o-left", sentAt, InputKind.Text) { Text = text }, CancellationToken.None);

    private async Task<string> FollowerAsync()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "你好");
        return worker;
    }

    /// <summary>Delivers a push and hangs up while its turn waits; then the turn goes on.</summary>
    private async Task HangUpAsync(string worker, SignedPush push)
    {
        await using (var held = await HeldLock.TakeAsync(
            city.Database.Source, "SELECT 1 FROM talk t JOIN person p ON p.id = t.person_id WHERE address_hash = $1 FOR UPDATE OF t", Hash(worker)))
        {
            using var closed = new ClosedConnections(city.Bot.Client.BaseAddress!);
            using var platform = new HttpClient { BaseAddress = city.Bot.Client.BaseAddress };
            using var patience = new CancellationTokenSource();
            var (path, body) = push.Write();
            var delivery = platform.PostAsync(path, new StringContent(body), patience.Token);
            await held.WaitedForAsync();
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
            await closed.OneAsync();
        }

        await Eventually.HoldsAsync(async () => await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM outbound o JOIN person p ON p.id = o.person_id WHERE address_hash = $1", Hash(worker)) == 2);
    }

    private async Task<string> PostAsync(SignedPush push)
    {
        var (path, body) = push.Write();
        using var response = await city.Bot.Client.PostAsync(path, new StringContent(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<int> LastStatusAsync(string worker) => await city.Database.ScalarAsync<short>(
        "SELECT status FROM outbound o JOIN person p ON p.id = o.person_id WHERE address_hash = $1 ORDER BY o.id DESC LIMIT 1",
        Hash(worker));

    private static byte[] Hash(string openId) => Ciphers.AddressHash("wechat", openId);
}
