using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Database;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two hosts send two broadcasts and are killed (kill -9) at random moments; some answers are lost as well.</summary>
public sealed class KilledMassTests(ITestOutputHelper output)
{
    private const int People = 300;
    private const string FormId = "progress";
    private const string Template = "/cgi-bin/message/template/send";
    private const string List = "/cgi-bin/message/mass/send";

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(800);

    [Fact]
    public async Task Each_person_has_each_broadcast_exactly_once()
    {
        var chance = new Chance(output);
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(
            database.ConnectionString, 2, "00:00:05", ("Sending:Lease", "00:00:02"), ("Sending:AtOnce", "4"), ("Sending:Templates", $"case-progress={FormId} thing1=title"));
        await city.Sandbox.ControlAsync("/sandbox/templates", new { id = FormId, title = "进展", fields = new { thing1 = "事项" }, subscription = false });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "dropAnswer", path = Template, times = 5 });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "dropAnswer", path = List, times = 2 });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "delay", path = Template, times = 20 * People, delayMs = 50 });
        var openIds = await AddPeopleAsync(city);

        await SendAsync(city, BroadcastRoute.Template, SendRoute.Template);
        await SendAsync(city, BroadcastRoute.Mass, SendRoute.Mass);
        for (var kill = 0; kill < Effort.Of(ordinary: 5, full: 50); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            city.Kill(kill % 2);
            await city.StartAsync(kill % 2);
        }

        await EndAsync(city);
        foreach (var openId in openIds) Assert.Equal((openId, 1, 1), (openId, await GotAsync(city, openId, "template"), await GotAsync(city, openId, "mass")));
        Assert.Equal(2L * People, await city.ScalarAsync<long>("SELECT count(*) FROM mass_recipient WHERE status IN (3, 4)"));
    }

    private static async Task<string[]> AddPeopleAsync(KillableCity city)
    {
        var openIds = await city.Sandbox.AddFollowersAsync(People);
        foreach (var openId in openIds)
        {
            var hash = city.Ciphers.AddressHash("wechat", openId);
            await city.ExecuteAsync(
                """
                WITH added AS (INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', $1, $2, now()) RETURNING id)
                INSERT INTO talk (person_id, version, has_held) SELECT id, 0, false FROM added
                """,
                hash, city.Ciphers.SealAddress(openId, hash));
        }

        return openIds;
    }

    private static async Task SendAsync(KillableCity city, BroadcastRoute route, SendRoute way)
    {
        await using var db = DatabaseSchema.Open(city.Source);
        var now = TimeProvider.System.GetUtcNow();
        var broadcast = new Broadcast(new("进展", route, BroadcastPurpose.Service, "title: 材料齐了", Audience.Everybody, now, now.AddHours(8)), staff: 1, now);
        db.Add(broadcast);
        await db.SaveChangesAsync();

        var ledger = new MassLedger(db, new SendingRules { Mass = new MassRules { SliceSize = 20, ListSize = 20 } }, new BusinessClock(TimeProvider.System));
        var number = (short)way;
        await ledger.FreezeAsync(
            new MassAudience(broadcast.Id, MessageKind.CaseProgress, $"SELECT id AS person_id, {number} AS route, NULL::smallint AS reason FROM person"), default);
        await ledger.StartAsync(broadcast.Id, now, now.AddHours(8), default);
    }

    /// <summary>Lets the pauses between attempts pass, each when nothing else is left to do.</summary>
    private static Task EndAsync(KillableCity city) => Eventually.HoldsAsync(async () =>
    {
        if (await city.ScalarAsync<bool>("SELECT bool_and(state = 5) FROM mass_send")) return true;

        var now = DateTimeOffset.Parse((string)(await city.Sandbox.GetAsync("/sandbox/clock"))["now"]!, CultureInfo.InvariantCulture).ToUniversalTime();
        var isWaiting = await city.ScalarAsync<bool>(
            "SELECT coalesce(bool_and(state = 0 AND not_before > $1), false) FROM mass_slice WHERE state <> 2", now);
        if (isWaiting) await city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(10));
        return false;
    });

    private static async Task<int> GotAsync(KillableCity city, string openId, string via) =>
        (await city.Sandbox.GetAsync($"/sandbox/followers/{openId}/delivered"))["items"]!.AsArray().Count(item => (string?)item!["via"] == via);
}
