using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two hosts send two broadcasts and are killed (kill -9) at random moments; some answers are lost as well.</summary>
public sealed class KilledMassTests(ITestOutputHelper output)
{
    private const int People = 300;

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(800);

    [Fact]
    public async Task Each_person_has_each_broadcast_exactly_once()
    {
        var chance = new Chance(output);
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(database.ConnectionString, 2, "00:00:05", BroadcastsUnderFire.Settings);
        var broadcasts = await BroadcastsUnderFire.BeginAsync(city, People);

        for (var kill = 0; kill < Effort.Of(ordinary: 5, full: 50); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            city.Kill(kill % 2);
            await city.StartAsync(kill % 2);
        }

        await broadcasts.AssertEachHasEachOnceAsync();
    }
}
