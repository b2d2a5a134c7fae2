using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.Talks;

/// <summary>A city with the invented people of the demo, among whom talks are saved.</summary>
public sealed class DemoCity : City, IAsyncLifetime
{
    // The followers of the phone page are the first of them, in the same unions however many there are.
    private static readonly string[] Seed = ["seed", "--people", "20", "--organisations", "200"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        using var console = OperatorConsole.On(Database, SandboxUnderTest.AccountOn(Sandbox));
        var seeded = await console.RunAsync(Seed);
        Assert.True(seeded.Code == 0, seeded.Errors);
    }
}
