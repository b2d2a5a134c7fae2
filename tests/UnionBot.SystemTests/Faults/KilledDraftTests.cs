using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup.Database;
using UnionBot.WeChat.Api;

namespace UnionBot.SystemTests.Faults;

/// <summary>A host is killed (kill -9) when the platform has made the copy of a draft and the host does not know its id yet.</summary>
public sealed class KilledDraftTests
{
    private static readonly DraftArticle Article = new("春送岗位", "<p>周六上午</p>", "news", "", "泉城广场", "", "", [], false, false);

    [Fact]
    public async Task The_copy_is_sent_by_the_next_host_and_none_is_left_over()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(database.ConnectionString, 1, "00:00:05", ("Sending:Lease", "00:00:02"));
        var people = await BroadcastsUnderFire.AddPeopleAsync(city, 6);
        var original = (string)(await city.Sandbox.CallAsync(
            "/cgi-bin/draft/add", new { articles = new[] { new { title = Article.Title, content = Article.Content, digest = Article.Digest } } }))["media_id"]!;
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "delayAnswer", path = "/cgi-bin/draft/add", times = 1, delayMs = 20_000 });

        await SendAsync(city, original);
        await Eventually.HoldsAsync(async () => await DraftsAsync(city) == 2);
        city.Kill();
        await city.StartAsync(0);

        await Eventually.HoldsAsync(() => city.ScalarAsync<bool>("SELECT state = 5 FROM mass_send"));
        foreach (var person in people) Assert.Equal([Article.Title], await GotAsync(city, person));
        Assert.Equal(1, await DraftsAsync(city));
        Assert.Equal(people.Length, await city.ScalarAsync<long>("SELECT count(*) FROM mass_recipient WHERE status IN (3, 4)"));
    }

    private static async Task SendAsync(KillableCity city, string mediaId)
    {
        await using var db = DatabaseSchema.Open(city.Source);
        var now = TimeProvider.System.GetUtcNow();
        var content = new BroadcastContent("春送岗位", BroadcastRoute.Mass, BroadcastPurpose.Warning, Article.Title, Audience.Everybody, now, now.AddHours(8))
        {
            Draft = new BroadcastDraft(mediaId, DraftBox.DigestOf(new Draft([Article]))),
        };
        var broadcast = new Broadcast(content, staff: 1, now);
        db.Add(broadcast);
        await db.SaveChangesAsync();

        var ledger = new MassLedger(db, new SendingRules(), new BusinessClock(TimeProvider.System));
        var number = (short)SendRoute.Mass;
        await ledger.FreezeAsync(
            new MassAudience(broadcast.Id, MessageKind.Warning, $"SELECT id AS person_id, {number} AS route, NULL::smallint AS reason FROM person"), default);
        await ledger.StartAsync(broadcast.Id, now, now.AddHours(8), default);
    }

    private static async Task<int> DraftsAsync(KillableCity city) => (int)(await city.Sandbox.CallAsync("/cgi-bin/draft/count"))["total_count"]!;

    private static async Task<string[]> GotAsync(KillableCity city, string openId) =>
    [
        .. (await city.Sandbox.GetAsync($"/sandbox/followers/{openId}/delivered"))["items"]!.AsArray()
            .Where(item => (string?)item!["via"] == "mass").Select(item => (string?)item!["text"] ?? ""),
    ];
}
