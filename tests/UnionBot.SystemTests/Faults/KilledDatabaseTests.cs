using System.Net;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>The database dies under the bot.</summary>
public sealed class KilledDatabaseTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(3);

    private const int BroadcastPeople = 100;

    /// <summary>While the broadcasts are under way.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(600);

    [Fact]
    public async Task A_database_killed_at_random_moments_loses_nothing_and_nothing_happens_twice()
    {
        var chance = new Chance(output);
        using var server = await LoneServer.StartAsync();
        await using var city = await KillableCity.OpenAsync(server.ConnectionString);
        var town = await TalkOfTheTown.BeginAsync(city, withLateAnswers: false);

        for (var kill = 0; kill < Effort.Of(ordinary: 2, full: 60); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            server.Kill();
            await server.IsBackAsync();
        }

        await town.AssertNothingLostNothingTwiceAsync();
        output.WriteLine(town.ToString());
    }

    [Fact]
    public async Task A_database_that_restarts_in_the_middle_of_broadcasts_leaves_nobody_out_and_nobody_has_one_twice()
    {
        var chance = new Chance(output);
        using var server = await LoneServer.StartAsync();
        await using var city = await KillableCity.OpenAsync(server.ConnectionString, 1, "00:00:05", BroadcastsUnderFire.Settings);
        var broadcasts = await BroadcastsUnderFire.BeginAsync(city, BroadcastPeople);

        for (var kill = 0; kill < Effort.Of(ordinary: 2, full: 20); kill++)
        {
            await chance.PassAsync(Soonest, Soon);
            server.Kill();
            await server.IsBackAsync();
        }

        await broadcasts.AssertEachHasEachOnceAsync();
    }

    [Fact]
    public async Task While_it_is_gone_every_push_meets_503_within_a_second_and_all_is_well_when_it_is_back()
    {
        using var server = await LoneServer.StartAsync();
        await using var city = await KillableCity.OpenAsync(server.ConnectionString);
        using var client = new HttpClient { BaseAddress = city.AddressOf(0), Timeout = TimeSpan.FromSeconds(1) };
        await server.StopAsync();

        SignedPush[] pushes =
        [
            SignedPush.Text("o-gone", "菜单", 8_001), SignedPush.Event("o-gone", "subscribe"),
            SignedPush.Event("o-gone", "unsubscribe"), SignedPush.Event("o-gone", "never_heard_of"), new("no document"),
        ];
        foreach (var push in pushes)
            await Eventually.HoldsAsync(async () => await StatusAsync(client, push) is HttpStatusCode.ServiceUnavailable);

        await server.StartAgainAsync();
        foreach (var push in pushes)
            await Eventually.HoldsAsync(async () => await StatusAsync(client, push) is HttpStatusCode.OK);
        var worker = await city.Sandbox.AddFollowerAsync();
        Assert.NotEmpty((await city.Sandbox.SayAsync(worker, "菜单"))["reply"]!.AsArray());
    }

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient client, SignedPush push)
    {
        try
        {
            var (path, body) = push.Write();
            using var response = await client.PostAsync(path, new StringContent(body));
            return response.StatusCode;
        }
        catch (TaskCanceledException)
        {
            // Not within the second: a busy machine may need another try.
            return null;
        }
    }
}
