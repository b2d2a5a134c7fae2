using System.Diagnostics.Metrics;

namespace UnionBot.SystemTests.Hosting;

/// <summary>
/// Tells when a server in this process is done with a connection: whoever hangs up knows only that the word is under way.
/// Sees connections opened after it was made.
/// </summary>
internal sealed class ClosedConnections : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly int _port;
    private int _count;

    /// <param name="server">The address it listens on.</param>
    public ClosedConnections(Uri server)
    {
        _port = server.Port;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kestrel.active_connections") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            if (change < 0 && IsHere(tags)) Interlocked.Increment(ref _count);
        });
        _listener.Start();
    }

    /// <summary>Returns once a connection is closed on the server's side, too.</summary>
    public Task OneAsync() => Eventually.HoldsAsync(() => Volatile.Read(ref _count) > 0);

    public void Dispose() => _listener.Dispose();

    private bool IsHere(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && value is int port) return port == _port;
        }

        return false;
    }
}
