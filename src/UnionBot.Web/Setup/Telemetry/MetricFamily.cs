using System.Diagnostics.Metrics;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>All series of one instrument. Thread-safe.</summary>
internal sealed class MetricFamily
{
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 4.5, 10, 30];

    private readonly Lock _lock = new();
    private readonly TagSet<MetricSeries> _series;
    private readonly Instrument _instrument;

    public MetricFamily(Instrument instrument)
    {
        _instrument = instrument;
        Kind = KindOf(instrument);
        var bounds = Kind != MetricKind.Histogram ? [] :
            instrument is Instrument<double> { Advice.HistogramBucketBoundaries: { } advised } ? [.. advised] :
            UsualBounds;
        _series = new(tags => new MetricSeries(tags, bounds));
    }

    public MetricKind Kind { get; }

    public string Name => _instrument.Name;

    public string? Unit => _instrument.Unit;

    public string? Description => _instrument.Description;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
        {
            var series = _series.Find(tags);
            // What is observed is told as it stands, what is counted by its change.
            if (Kind == MetricKind.Histogram) series.Observe(value);
            else if (_instrument.IsObservable || Kind == MetricKind.Gauge) series.Set(value);
            else series.Add(value);
        }
    }

    /// <summary>Lets <paramref name="read"/> see the series while nothing changes them.</summary>
    public void Read(Action<IEnumerable<MetricSeries>> read)
    {
        lock (_lock) read(_series.All);
    }

    private static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        if (type.StartsWith("Histogram", StringComparison.Ordinal)) return MetricKind.Histogram;

        if (type.StartsWith("Counter", StringComparison.Ordinal)) return MetricKind.Counter;
        if (type.StartsWith("ObservableCounter", StringComparison.Ordinal)) return MetricKind.Counter;
        return type.Contains("UpDown", StringComparison.Ordinal) ? MetricKind.Sum : MetricKind.Gauge;
    }
}
