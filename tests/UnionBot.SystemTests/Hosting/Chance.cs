using System.Globalization;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Hosting;

/// <summary>
/// Random moments that can be had again: the seed is printed with the test's output, and <c>UNIONBOT_TESTS_SEED</c>
/// gives it back.
/// </summary>
internal sealed class Chance
{
    private readonly Random _random;

    public Chance(ITestOutputHelper output)
    {
        var given = Environment.GetEnvironmentVariable("UNIONBOT_TESTS_SEED");
        var seed = given is null ? Environment.TickCount : int.Parse(given, CultureInfo.InvariantCulture);
        output.WriteLine($"UNIONBOT_TESTS_SEED={seed}");
        _random = new Random(seed);
    }

    public Task PassAsync(TimeSpan least, TimeSpan most) => Task.Delay(least + ((most - least) * _random.NextDouble()));
}
