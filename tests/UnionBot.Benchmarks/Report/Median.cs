namespace UnionBot.Benchmarks.Report;

/// <summary>The middle of an odd number of values, the lower middle of an even one.</summary>
internal static class Median
{
    public static T Of<T>(IEnumerable<T> values) => values.Order().ToArray() is { Length: > 0 } sorted
        ? sorted[(sorted.Length - 1) / 2]
        : throw new ArgumentException("There is no median of nothing.", nameof(values));
}
