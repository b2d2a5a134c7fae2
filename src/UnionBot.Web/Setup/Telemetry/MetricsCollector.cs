using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Listens to the meters that operators look at, and keeps their values for <c>/metrics</c>.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters =
    [
        "UnionBot", "Npgsql", "System.Runtime", "System.Net.Http",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
    ];

    // By name: a part of the program that exists twice in one process counts into one family.
    private readonly ConcurrentDictionary<(string Meter, string Name), MetricFamily> _families = new();
    private readonly MeterListener _listener = new();

    public MetricsCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!IsWanted(instrument.Meter.Name)) return;

            listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(
                (instrument.Meter.Name, instrument.Name), (_, i) => new MetricFamily(i), instrument));
        };
        _listener.SetMeasurementEventCallback<byte>(Take);
        _listener.SetMeasurementEventCallback<short>(Take);
        _listener.SetMeasurementEventCallback<int>(Take);
        _listener.SetMeasurementEventCallback<long>(Take);
        _listener.SetMeasurementEventCallback<float>(Take);
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.SetMeasurementEventCallback<decimal>(Take);
        _listener.Start();
    }

    /// <summary>All families by name, with observed instruments asked just now.</summary>
    public IReadOnlyList<MetricFamily> Collect()
    {
        _listener.RecordObservableInstruments();
        return [.. _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsWanted(string meter) =>
        Meters.Any(name => meter == name || meter.StartsWith($"{name}.", StringComparison.Ordinal));

    private static void Take<T>(
        Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct, System.Numerics.INumberBase<T> =>
        ((MetricFamily)state!).Record(double.CreateChecked(value), tags);
}
