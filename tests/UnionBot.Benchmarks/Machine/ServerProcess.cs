using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UnionBot.Benchmarks.Machine;

/// <summary>A server under measurement, as a process of its own; killed when disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly string _log;
    private readonly Task _logging;

    private ServerProcess(Process process, IPEndPoint address, string log)
    {
        (_process, Address, _log) = (process, address, log);
        _logging = CopyLogAsync();
    }

    public IPEndPoint Address { get; }

    public int Id => _process.Id;

    public double MemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time since its start.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>A port of this machine that is free now.</summary>
    public static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    /// <summary>Starts it without waiting until it answers.</summary>
    /// <param name="log">A file for what it writes.</param>
    public static ServerProcess Start(
        string program, IEnumerable<string> arguments, IPEndPoint address, string log, IDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ServerProcess(Process.Start(start)!, address, log);
    }

    /// <exception cref="InvalidOperationException">It ended, or did not listen in time.</exception>
    public async Task WaitUntilListeningAsync(CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await IsListeningAsync(ct))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > LongestStart)
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} does not listen; see {_log}.");
            }

            await Task.Delay(Glance, ct);
        }
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _logging;
        _process.Dispose();
    }

    private async Task<bool> IsListeningAsync(CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task CopyLogAsync()
    {
        await using var file = File.Create(_log);
        await _process.StandardOutput.BaseStream.CopyToAsync(file);
        await _process.StandardError.BaseStream.CopyToAsync(file);
    }
}
