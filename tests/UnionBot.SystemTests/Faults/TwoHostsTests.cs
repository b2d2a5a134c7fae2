using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two hosts on one database, and every word delivered to both of them, four times each, at the same instant.</summary>
public sealed class TwoHostsTests(ITestOutputHelper output)
{
    private const int Copies = 8;

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Eightfold_words_have_one_effect_and_one_answer_also_when_one_host_is_killed()
    {
        var chance = new Chance(output);
        await using var database = await TestDatabase.CreateAsync();
        await using var city = await KillableCity.OpenAsync(database.ConnectionString, hosts: 2);
        var town = await TalkOfTheTown.BeginAsync(city, Copies);

        for (var kill = 0; kill < Effort.Of(ordinary: 2, full: 40); kill++)
        {
            await chance.PassAsync(Soonest, Latest);
            city.Kill(kill % 2);
            await chance.PassAsync(Soonest, Latest);
            await city.StartAsync(kill % 2);
        }

        await town.AssertNothingLostNothingTwiceAsync();
        output.WriteLine(town.ToString());
    }
}
