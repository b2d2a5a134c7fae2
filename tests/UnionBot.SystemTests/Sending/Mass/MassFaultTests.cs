using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Channels;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>What goes wrong while many are told something: everybody has one message, or is known to have perhaps one.</summary>
public sealed class MassFaultTests
{
    private const int People = 50;
    private const int Faults = 4;

    [Theory]
    [InlineData("html")]
    [InlineData("dropCall")]
    [InlineData("dropAnswer")]
    public async Task A_call_that_the_platform_knows_by_its_id_is_repeated_and_nobody_has_two(string fault)
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        foreach (var path in new[] { MassCity.Template, MassCity.List })
            await city.OrderAsync(new { kind = fault, path, times = Faults, status = 502 });

        await city.EndsAsync(await city.SendAsync(SendRoute.Template, MessageKind.Booking));
        var lists = await city.SendAsync(SendRoute.Mass);
        await city.EndsAsync(lists);

        Assert.All(await city.GotAsync(people), got => Assert.Equal(2, got));
        Assert.Equal(People, await city.CountAsync(lists, OutboundStatus.Accepted));
    }

    [Fact]
    public async Task A_lost_answer_by_another_way_is_an_unknown_outcome_and_never_sent_again()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(12);
        foreach (var person in people) await city.SayAsync(person, "菜单");
        await city.OrderAsync(new { kind = "dropAnswer", path = MassCity.Custom, times = Faults });

        var broadcast = await city.SendAsync(SendRoute.Custom);
        await city.EndsAsync(broadcast);

        Assert.Equal(Faults, await city.CountAsync(broadcast, OutboundStatus.Unknown));
        Assert.Equal(12 - Faults, await city.CountAsync(broadcast, OutboundStatus.Accepted));
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }

    [Theory]
    [InlineData(SendRoute.Template, 0)]
    [InlineData(SendRoute.Mass, 0)]
    [InlineData(SendRoute.Custom, 20)]
    public async Task What_a_dead_host_had_in_hand_is_taken_over_when_its_lease_ends(SendRoute route, int unknown)
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(40);
        if (route is SendRoute.Custom) foreach (var person in people) await city.SayAsync(person, "菜单");
        var sender = city.Bot.Services.GetServices<IHostedService>().OfType<MassSender>().Single();
        await sender.StopAsync(default);
        var broadcast = await city.SendAsync(route, route is SendRoute.Template ? MessageKind.Booking : MessageKind.Broadcast);

        Assert.NotNull(await city.Bot.Services.GetRequiredService<MassClaims>().ClaimAsync(default));
        await sender.StartAsync(default);
        await city.EndsAsync(broadcast);

        Assert.Equal(unknown, await city.CountAsync(broadcast, OutboundStatus.Unknown));
        Assert.Equal(40 - unknown, await city.CountAsync(broadcast, OutboundStatus.Accepted, OutboundStatus.Delivered));
        Assert.Equal(40 - unknown, (await city.GotAsync(people)).Sum());
    }

    [Fact]
    public async Task The_end_of_a_day_s_calls_puts_off_the_rest_until_tomorrow()
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        await city.OrderAsync(new { kind = "error", path = MassCity.Template, times = 1_000, errcode = 45009 });
        var broadcast = await city.SendAsync(SendRoute.Template, MessageKind.Booking, hours: 48);
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT stopped_until IS NOT NULL FROM api_quota WHERE route = 2"));
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM mass_slice WHERE state = 1)"));
        Assert.Equal(People, await city.CountAsync(broadcast, OutboundStatus.Queued));

        await city.RecoverAsync();
        await city.WaitAsync(TimeSpan.FromHours(24));
        await city.IsAsync(broadcast, MassState.Finished);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }

    [Theory]
    [InlineData(SendRoute.Template, 48001)]
    [InlineData(SendRoute.Template, 40037)]
    [InlineData(SendRoute.Mass, 48001)]
    [InlineData(SendRoute.Mass, 40031)]
    public async Task A_refusal_of_everything_halts_the_broadcast_until_staff_start_it_again(SendRoute route, int refusal)
    {
        await using var city = await MassCity.StartAsync();
        var people = await city.PeopleAsync(People);
        foreach (var path in new[] { MassCity.Template, MassCity.List })
            await city.OrderAsync(new { kind = "error", path, times = 1_000, errcode = refusal });
        var broadcast = await city.SendAsync(route, route is SendRoute.Template ? MessageKind.Booking : MessageKind.Broadcast);

        await city.IsAsync(broadcast, MassState.Halted);
        Assert.Equal(refusal, (await city.LedgerAsync(ledger => ledger.ReadAsync(broadcast, default)))!.HaltCode);
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM platform_event WHERE kind = 'sending/no-right'"));
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM mass_slice WHERE state = 1)"));
        Assert.Equal(People, await city.CountAsync(broadcast, OutboundStatus.Queued));

        await city.RecoverAsync();
        await city.WaitAsync(TimeSpan.FromHours(2));
        await city.StartAsync(broadcast);
        await city.EndsAsync(broadcast);
        Assert.All(await city.GotAsync(people), got => Assert.Equal(1, got));
    }
}
