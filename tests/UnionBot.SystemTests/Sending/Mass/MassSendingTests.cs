using System.Net.Http.Json;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>Broadcasts, from who is meant to what became of each.</summary>
public sealed class MassSendingTests
{
    private const int People = 50;

    [Fact]
    public async Task Two_hosts_tell_everybody_once_and_the_platform_s_reports_close_the_rows()
    {
        await using var city = await MassCity.StartAsync();
        await using var other = await city.NewBotAsync();
        var people = await city.PeopleAsync(People);

        var broadcast = await city.SendAsync(SendRoute.Template, MessageKind.Booking);

        await city.IsAsync(broadcast, MassState.Finished);
        await Eventually.HoldsAsync(async () => await city.CountAsync(broadcast, OutboundStatus.Delivered) == People);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
        Assert.All(await city.FatesAsync(broadcast), fate => Assert.True(fate is { Attempts: 1, PlatformId: not null, Batch: null }));
    }

    [Fact]
    public async Task A_mass_send_goes_in_lists_and_of_each_list_the_platform_tells_how_many()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        await city.Sandbox.Http.PatchAsJsonAsync($"/sandbox/followers/{people[3]}", new { refusesMessages = true });

        var broadcast = await city.SendAsync(SendRoute.Mass);

        await city.IsAsync(broadcast, MassState.Finished);
        await Eventually.HoldsAsync(async () => (await city.FatesAsync(broadcast)).All(f => f.Batch is { Sent: not null }));
        var fates = await city.FatesAsync(broadcast);
        Assert.Equal(5, fates.Select(f => f.PlatformId).Distinct().Count());
        Assert.Equal(new MassBatch(1, 10, 10, 9, 1), fates[0].Batch);
        Assert.All(fates, f => Assert.Equal(OutboundStatus.Accepted, f.Status));
        Assert.Equal(People - 1, (await city.GotAsync(people)).Sum());
    }

    [Fact]
    public async Task Who_is_left_alone_in_a_list_goes_with_the_next()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(20);
        var broadcast = await city.FreezeAsync(SendRoute.Mass);
        await city.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id IN (SELECT id FROM person ORDER BY id LIMIT 9)");

        await city.StartAsync(broadcast);

        await city.IsAsync(broadcast, MassState.Finished);
        var fates = await city.FatesAsync(broadcast);
        await HaveAsync(city, people, [.. Enumerable.Repeat(0, 9), .. Enumerable.Repeat(1, 11)]);
        Assert.Single(fates.Where(f => f.Status is OutboundStatus.Accepted).Select(f => f.PlatformId).Distinct());
        Assert.All(fates[..9], f => Assert.Equal(WithheldReason.Unfollowed, f.Reason));
    }

    [Fact]
    public async Task A_field_that_fails_for_one_person_stops_that_person_only()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        var first = await city.Database.ScalarAsync<long>("SELECT min(id) FROM person");
        city.Words.Of = person => person == first ? null : person == first + 1 ? new string('长', 21) : "夏送清凉";

        var broadcast = await city.SendAsync(SendRoute.Template, MessageKind.Booking);

        await city.IsAsync(broadcast, MassState.Finished);
        var fates = await city.FatesAsync(broadcast);
        Assert.Equal((OutboundStatus.Failed, WithheldReason.NotWorded), (fates[0].Status, fates[0].Reason!.Value));
        Assert.Equal((OutboundStatus.Failed, 47003), (fates[1].Status, fates[1].ErrorCode!.Value));
        await HaveAsync(city, people, [0, 0, .. Enumerable.Repeat(1, People - 2)]);
    }

    [Fact]
    public async Task Who_opted_out_or_had_a_broadcast_this_week_since_they_were_chosen_is_not_told()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(6);
        var first = await city.Database.ScalarAsync<long>("SELECT min(id) FROM person");
        foreach (var person in people) await city.SayAsync(person, "菜单");
        var broadcast = await city.FreezeAsync(SendRoute.Custom);
        await city.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", first);
        await city.Database.ExecuteAsync("UPDATE talk SET typed_at = NULL WHERE person_id = $1", first + 1);
        await city.StartAsync(broadcast);
        await city.IsAsync(broadcast, MassState.Finished);

        await HaveAsync(city, people, [0, 0, 1, 1, 1, 1]);
        Assert.Equal([WithheldReason.OptedOut, WithheldReason.NoWay], (await city.FatesAsync(broadcast))[..2].Select(f => f.Reason!.Value));
        Assert.Equal(4L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM talk WHERE typed_spent = 1 AND pushes = 1"));

        var next = await city.SendAsync(SendRoute.Mass);
        await city.IsAsync(next, MassState.Finished);
        Assert.Equal(
            [WithheldReason.OptedOut, WithheldReason.NoWay, .. Enumerable.Repeat(WithheldReason.TooSoon, 4)],
            (await city.FatesAsync(next)).Select(f => f.Reason!.Value));

        await city.WaitAsync(TimeSpan.FromDays(7));
        await city.IsAsync(await city.SendAsync(SendRoute.Mass), MassState.Finished);
        await HaveAsync(city, people, [0, 1, 2, 2, 2, 2]);
    }

    private static async Task HaveAsync(MassCity city, string[] people, int[] expected) => Assert.Equal(expected, await city.GotAsync(people));
}
