namespace UnionBot.Web.Setup.Telemetry;

/// <summary>What one instrument has measured under one set of tags.</summary>
/// <param name="bounds">Upper bounds of a histogram's buckets, ascending; empty for other instruments.</param>
internal sealed class MetricSeries(KeyValuePair<string, object?>[] tags, double[] bounds)
{
    private readonly long[] _buckets = new long[bounds.Length + 1];

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>The value of a counter or gauge; the sum of a histogram.</summary>
    public double Value { get; private set; }

    public long Count { get; private set; }

    public void Add(double value) => Value += value;

    public void Set(double value) => Value = value;

    public void Observe(double value)
    {
        var bucket = Array.BinarySearch(bounds, value);
        _buckets[bucket < 0 ? ~bucket : bucket]++;
        Value += value;
        Count++;
    }

    /// <summary>How many values were at most each bound.</summary>
    public IEnumerable<(double Bound, long Count)> Cumulated()
    {
        var count = 0L;
        for (var i = 0; i < bounds.Length; i++) yield return (bounds[i], count += _buckets[i]);
    }
}
