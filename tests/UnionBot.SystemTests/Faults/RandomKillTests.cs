using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>A town of followers in talk while the bot is killed (kill -9) at random moments.</summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_bot_killed_at_random_moments_loses_nothing_and_does_nothing_twice()
    {
        var chance = new Chance(output);
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(database.ConnectionString);
        var town = await TalkOfTheTown.BeginAsync(city);

        for (var kill = 0; kill < Effort.Of(ordinary: 2, full: 60); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            city.Kill();
            await city.StartAsync(0);
        }

        await town.AssertNothingLostNothingTwiceAsync();
        output.WriteLine(town.ToString());
    }
}
