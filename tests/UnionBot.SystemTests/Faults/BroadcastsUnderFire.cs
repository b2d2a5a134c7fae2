using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two broadcasts to the same people, one by template and one by lists, while something dies; some answers are lost as well.</summary>
internal sealed class BroadcastsUnderFire
{
    private const string FormId = "progress";
    private const string Template = "/cgi-bin/message/template/send";
    private const string List = "/cgi-bin/message/mass/send";

    private readonly KillableCity _city;
    private readonly string[] _people;

    private BroadcastsUnderFire(KillableCity city, string[] people) => (_city, _people) = (city, people);

    /// <summary>The settings of the bot.</summary>
    public static (string Name, string Value)[] Settings =>
        [("Sending:Lease", "00:00:02"), ("Sending:AtOnce", "4"), ("Sending:Templates", $"case-progress={FormId} thing1=title")];

    public static async Task<BroadcastsUnderFire> BeginAsync(KillableCity city, int people)
    {
        await city.Sandbox.ControlAsync("/sandbox/templates", new { id = FormId, title = "进展", fields = new { thing1 = "事项" }, subscription = false });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "dropAnswer", path = Template, times = 5 });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "dropAnswer", path = List, times = 2 });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "delay", path = Template, times = 20 * people, delayMs = 50 });
        var broadcasts = new BroadcastsUnderFire(city, await AddPeopleAsync(city, people));
        await broadcasts.SendAsync(BroadcastRoute.Template, SendRoute.Template);
        await broadcasts.SendAsync(BroadcastRoute.Mass, SendRoute.Mass);
        return broadcasts;
    }

    /// <summary>Each person has each broadcast exactly once, and the ledger says so.</summary>
    public async Task AssertEachHasEachOnceAsync()
    {
        await EndAsync();
        foreach (var openId in _people) Assert.Equal((openId, 1, 1), (openId, await GotAsync(openId, "template"), await GotAsync(openId, "mass")));
        Assert.Equal(2L * _people.Length, await _city.ScalarAsync<long>("SELECT count(*) FROM mass_recipient WHERE status IN (3, 4)"));
    }

    /// <summary>Followers whom the bot knows.</summary>
    public static async Task<string[]> AddPeopleAsync(KillableCity city, int people)
    {
        var openIds = await city.Sandbox.AddFollowersAsync(people);
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

    private async Task SendAsync(BroadcastRoute route, SendRoute way)
    {
        await using var db = DatabaseSchema.Open(_city.Source);
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
    private Task EndAsync() => Eventually.HoldsAsync(async () =>
    {
        if (await _city.ScalarAsync<bool>("SELECT bool_and(state = 5) FROM mass_send")) return true;

        var now = DateTimeOffset.Parse((string)(await _city.Sandbox.GetAsync("/sandbox/clock"))["now"]!, CultureInfo.InvariantCulture).ToUniversalTime();
        var isWaiting = await _city.ScalarAsync<bool>(
            "SELECT coalesce(bool_and(state = 0 AND not_before > $1), false) FROM mass_slice WHERE state <> 2", now);
        if (isWaiting) await _city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(10));
        return false;
    });

    private async Task<int> GotAsync(string openId, string via) =>
        (await _city.Sandbox.GetAsync($"/sandbox/followers/{openId}/delivered"))["items"]!.AsArray().Count(item => (string?)item!["via"] == via);
}
