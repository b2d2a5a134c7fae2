using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>Broadcasts that go by a tag made for them.</summary>
public sealed class MassTagTests
{
    private const int People = 120;
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private const string Fill = "/cgi-bin/tags/members/batchtagging";

    [Fact]
    public async Task All_are_sent_it_at_once_who_stopped_it_meanwhile_is_taken_out_and_the_tag_is_gone_afterwards()
    {
        await using var city = await MassCity.StartAsync(MassWay.Tag);
        var people = await city.PeopleAsync(People);
        await city.StrangerAsync();
        var first = await city.Database.ScalarAsync<long>("SELECT min(id) FROM person");
        await city.OrderAsync(new { kind = "dropAnswer", path = SendAll, times = 1 });
        await city.Database.ExecuteAsync("UPDATE api_quota SET stopped_until = $1 WHERE route = 4", city.Now.AddHours(1).ToUniversalTime());

        var broadcast = await city.FreezeAsync(SendRoute.Mass);
        await OptOutAsync(city, first);
        await city.StartAsync(broadcast);
        await FilledAsync(city);
        await OptOutAsync(city, first + 1);
        await city.Database.ExecuteAsync("UPDATE api_quota SET stopped_until = NULL");
        await city.EndsAsync(broadcast, pauses: 30);

        await Eventually.HoldsAsync(async () => (await city.FatesAsync(broadcast))[2].Batch is { Sent: not null });
        var fates = await city.FatesAsync(broadcast);
        Assert.Equal([WithheldReason.OptedOut, WithheldReason.OptedOut], fates[..2].Select(f => f.Reason!.Value));
        Assert.Equal((OutboundStatus.Failed, 40003), (fates[^1].Status, fates[^1].ErrorCode!.Value));
        Assert.Equal(fates[^1].Person, await city.Database.ScalarAsync<long>("SELECT id FROM person WHERE unknown_at IS NOT NULL"));
        Assert.All(fates[2..^1], f => Assert.Equal((OutboundStatus.Accepted, 1, new MassBatch(1, 118, 118, 118, 0)), (f.Status, f.Attempts, f.Batch!)));
        var got = await city.GotAsync(people);
        Assert.Equal([0, 0, .. Enumerable.Repeat(1, People - 2)], got);
        await Eventually.HoldsAsync(async () => (await TagsAsync(city)).Count == 0);
    }

    [Fact]
    public async Task A_filler_that_dies_is_taken_over_a_lost_answer_makes_no_second_tag_and_the_end_of_the_day_s_calls_is_waited_for()
    {
        await using var city = await MassCity.StartAsync(MassWay.Tag);
        var people = await city.PeopleAsync(People);
        await city.OrderAsync(new { kind = "dropAnswer", path = "/cgi-bin/tags/create", times = 1 });
        var broadcast = await city.FreezeAsync(SendRoute.Mass);
        await city.Database.ExecuteAsync("UPDATE mass_tag SET claims = 1, leased_until = now() + interval '1 second'");
        await city.StartAsync(broadcast);

        await PutOffAsync(city);
        await city.OrderAsync(new { kind = "error", path = Fill, times = 1, errcode = 45009 });
        await city.WaitAsync(TimeSpan.FromMinutes(2));
        await PutOffAsync(city);
        Assert.Single(await TagsAsync(city));
        Assert.Equal(People, await city.CountAsync(broadcast, OutboundStatus.Queued));
        await city.WaitAsync(TimeSpan.FromMinutes(61));

        await city.IsAsync(broadcast, MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }

    [Fact]
    public async Task Cancelled_before_its_tag_is_used_nobody_is_told_and_the_tag_is_gone()
    {
        await using var city = await MassCity.StartAsync(MassWay.Tag);
        await city.PeopleAsync(12);
        await city.Database.ExecuteAsync("UPDATE api_quota SET stopped_until = $1 WHERE route = 4", city.Now.AddHours(1).ToUniversalTime());
        var broadcast = await city.SendAsync(SendRoute.Mass);
        await FilledAsync(city);
        Assert.Single(await TagsAsync(city));

        Assert.True(await city.LedgerAsync(ledger => ledger.CancelAsync(broadcast, default)));

        await Eventually.HoldsAsync(async () => (await TagsAsync(city)).Count == 0);
        Assert.All(await city.FatesAsync(broadcast), f => Assert.Equal((OutboundStatus.Withheld, WithheldReason.Cancelled), (f.Status, f.Reason!.Value)));
    }

    private static async Task OptOutAsync(MassCity city, long person) =>
        await city.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", person);

    private static Task FilledAsync(MassCity city) => Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT bool_and(state = 1) FROM mass_tag"));

    private static Task PutOffAsync(MassCity city) => Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT coalesce(bool_and(not_before > $1), false) FROM mass_tag", city.Now.ToUniversalTime()));

    private static async Task<IReadOnlyList<string>> TagsAsync(MassCity city) =>
        [.. (await city.Sandbox.CallAsync("/cgi-bin/tags/get"))["tags"]!.AsArray().Select(tag => (string)tag!["name"]!)];
}
