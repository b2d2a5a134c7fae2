using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("UnionBot.SystemTests.Hosting." + nameof(KillsApart), "UnionBot.SystemTests")]

namespace UnionBot.SystemTests.Hosting;

/// <summary>
/// Spreads the kills, which take longest and work hardest, over a test run: two seldom meet, and none begins last, when it would leave
/// a processor idle.
/// </summary>
public sealed class KillsApart : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        var isKill = testCollections.ToLookup(
            collection => collection.DisplayName.Contains("UnionBot.SystemTests.Faults.", StringComparison.Ordinal));
        ITestCollection[] kills = [.. isKill[true]], others = [.. isKill[false]];
        var between = others.Length / (kills.Length + 1);
        return [.. kills.SelectMany((kill, n) => others.Skip(n * between).Take(between).Prepend(kill)), .. others.Skip(kills.Length * between)];
    }
}
