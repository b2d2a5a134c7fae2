using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two hosts send at once to many and are killed (kill -9) at random moments; some answers are lost as well.</summary>
public sealed class KilledSenderTests(ITestOutputHelper output)
{
    private const int People = 300;
    private const int LostAnswers = 5;
    private const string Occasion = "test/all";
    private const string Send = "/cgi-bin/message/custom/send";

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(800);

    [Fact]
    public async Task Each_person_has_exactly_one_message_or_is_on_the_list_of_unknown_outcomes()
    {
        var chance = new Chance(output);
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(database.ConnectionString, 2, "00:00:05", ("Sending:Lease", "00:00:02"));
        var openIds = await city.Sandbox.AddFollowersAsync(People);
        await Task.WhenAll(openIds.Select(openId => city.Sandbox.SayAsync(openId, "菜单")));
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "dropAnswer", path = Send, times = LostAnswers });
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "delay", path = Send, times = 10 * People, delayMs = 20 });

        await TellAllAsync(city);
        for (var kill = 0; kill < Effort.Of(ordinary: 5, full: 50); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            city.Kill(kill % 2);
            await city.StartAsync(kill % 2);
        }

        await Eventually.HoldsAsync(async () => await city.ScalarAsync<bool>(
            "SELECT NOT EXISTS (SELECT 1 FROM outbound WHERE occasion = 'test/all' AND status IN (0, 1))"));
        await AssertNobodyHasTwoAsync(city, openIds);
    }

    private async Task AssertNobodyHasTwoAsync(KillableCity city, string[] openIds)
    {
        var unknown = 0;
        foreach (var openId in openIds)
        {
            var (status, got) = (await StatusAsync(city, openId), await GotAsync(city, openId));
            if (status is OutboundStatus.Unknown) unknown++;
            Assert.True(
                (status, got) is (OutboundStatus.Accepted, 1) or (OutboundStatus.Unknown, 0 or 1), $"{openId}: {status}, but {got} messages.");
        }

        Assert.True(unknown >= LostAnswers, $"{unknown} unknown outcomes, but {LostAnswers} answers were lost.");
        output.WriteLine($"{People} people, {unknown} unknown outcomes.");
    }

    private static async Task TellAllAsync(KillableCity city)
    {
        var people = await city.ScalarAsync<long[]>("SELECT array_agg(person_id) FROM talk");
        var texts = people.Select(person => city.Ciphers.SealText("您的事有进展了。", new(person), Occasion)).ToArray();
        await city.ExecuteAsync(
            """
            INSERT INTO outbound (period, person_id, occasion, kind, text, status, created_at, not_before, not_after)
            SELECT date_trunc('month', now() AT TIME ZONE 'UTC'), p, $1, 1, t, 0, now(), now(), now() + interval '1 day' FROM unnest($2, $3) AS told (p, t)
            """,
            Occasion, people, texts);
    }

    private static async Task<OutboundStatus> StatusAsync(KillableCity city, string openId) => (OutboundStatus)await city.ScalarAsync<short>(
        "SELECT status FROM outbound WHERE occasion = 'test/all' AND person_id = $1", await city.PersonAsync(openId));

    private static async Task<int> GotAsync(KillableCity city, string openId) =>
        (await city.Sandbox.GetAsync($"/sandbox/followers/{openId}/delivered"))["items"]!.AsArray().Count(item => (string?)item!["via"] == "custom");
}
