using System.Diagnostics;
using System.Net;

namespace UnionBot.Benchmarks.Load;

/// <summary>Sends the requests of a file over many connections, on one thread of its own.</summary>
internal sealed class LoadGenerator
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);

    private readonly RequestFile _file;
    private readonly LoadPlan _plan;
    private readonly Connection[] _connections;
    private readonly Poller _poller;
    private readonly LoadResult _result = new();

    private int _next;
    private int _busy;

    private LoadGenerator(IPEndPoint server, RequestFile file, LoadPlan plan)
    {
        (_file, _plan) = (file, plan);
        _connections = [.. Enumerable.Range(0, plan.Connections).Select(_ => new Connection(server))];
        _poller = new Poller(plan.Connections);
    }

    private bool IsExhausted => !_plan.Repeats && _next >= _file.Count;

    public static Task<LoadResult> RunAsync(IPEndPoint server, RequestFile file, LoadPlan plan) =>
        Task.Factory.StartNew(
            () => new LoadGenerator(server, file, plan).Run(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private LoadResult Run()
    {
        for (var i = 0; i < _connections.Length; i++) _poller.Ignore(i);

        var start = Stopwatch.GetTimestamp();
        Drive(start, start + Ticks(_plan.WarmUp), measured: false);

        var (windowStart, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Drive(start, start + Ticks(_plan.WarmUp + _plan.Window), measured: true);
        _result.Window = Stopwatch.GetElapsedTime(windowStart);
        _result.GeneratorCpu = (Environment.CpuUsage.TotalTime - processor) / _result.Window;

        // What a constant rate has sent and is not answered yet is the slowest of all and must be counted.
        Finish(measured: _plan.PerSecond is not null);
        foreach (var connection in _connections) connection.Dispose();
        return _result;
    }

    private void Drive(long start, long end, bool measured)
    {
        while (!IsExhausted)
        {
            var now = Stopwatch.GetTimestamp();
            if (now >= end) return;

            var nextDue = BeginDue(start, now);
            _poller.Wait(Stopwatch.GetElapsedTime(now, Math.Min(nextDue, end)));
            Collect(measured);
        }
    }

    /// <returns>When the next request is due, or the far future when only an answer can bring it on.</returns>
    private long BeginDue(long start, long now)
    {
        for (var i = 0; i < _connections.Length && !IsExhausted; i++)
        {
            if (_connections[i].IsBusy) continue;

            var due = DueAt(start, now);
            if (due > now) return due;

            Begin(i, due);
        }

        return now + Ticks(LongestWait);
    }

    private long DueAt(long start, long now) =>
        _plan.PerSecond is { } rate ? start + (long)(_next / rate * Stopwatch.Frequency) : now;

    private void Begin(int index, long startedAt)
    {
        var connection = _connections[index];
        var request = _next % _file.Count;
        connection.Begin(request, _file[request], startedAt);
        _next++;
        _busy++;
        _poller.Watch(index, connection.Descriptor, connection.IsSending);
    }

    private void Collect(bool measured)
    {
        for (var i = 0; i < _connections.Length; i++)
        {
            var connection = _connections[i];
            if (!connection.IsBusy || !_poller.IsReady(i)) continue;

            if (!connection.TryFinish(out var response))
            {
                _poller.Watch(i, connection.Descriptor, connection.IsSending);
                continue;
            }

            _busy--;
            _poller.Ignore(i);
            if (measured) Count(connection, response);
        }
    }

    private void Count(Connection connection, Response? response)
    {
        if (response is { } whole) _result.Add(connection, whole, Stopwatch.GetElapsedTime(connection.StartedAt));
        else _result.Drop();
    }

    private void Finish(bool measured)
    {
        var start = Stopwatch.GetTimestamp();
        while (_busy > 0 && Stopwatch.GetElapsedTime(start) < Drain)
        {
            _poller.Wait(LongestWait);
            Collect(measured);
        }

        for (; _busy > 0; _busy--) _result.Drop();
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
