namespace UnionBot.Tests.Architecture;

/// <summary>Reports breaches of a rule in full, one on a line.</summary>
internal static class Rule
{
    public static void IsKept(IEnumerable<string> breaches)
    {
        var found = breaches.Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
