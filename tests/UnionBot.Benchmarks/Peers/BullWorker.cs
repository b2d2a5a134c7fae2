using System.Diagnostics;
using System.Globalization;
using UnionBot.Benchmarks.Machine;

namespace UnionBot.Benchmarks.Peers;

/// <summary>BullMQ on Redis with co-wechat-api.</summary>
internal sealed class BullWorker : IAsyncDisposable
{
    private readonly ServerProcess _redis;
    private readonly string _folder;

    private BullWorker(ServerProcess redis, string folder) => (_redis, _folder) = (redis, folder);

    /// <returns>Null when this machine has no Redis.</returns>
    public static async Task<BullWorker?> StartAsync(Workspace workspace, CancellationToken ct)
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "redis-server")))) return null;

        var address = ServerProcess.FreeAddress();
        var port = address.Port.ToString(CultureInfo.InvariantCulture);
        var redis = ServerProcess.Start(
            "redis-server",
            ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
            address,
            workspace.LogOf("redis"),
            new Dictionary<string, string?>());
        await redis.WaitUntilListeningAsync(ct);
        return new BullWorker(redis, await NodePackage.InstallAsync(workspace.Lasting, "BullMq", "bullmq", ct));
    }

    /// <returns>Sends a second.</returns>
    public async Task<double> RunAsync(ServerProcess platform, int count, int concurrency, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(_folder, "worker.js")]) { RedirectStandardOutput = true };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["REDIS_PORT"] = _redis.Address.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PLATFORM"] = $"http://{platform.Address}";
        start.Environment["COUNT"] = count.ToString(CultureInfo.InvariantCulture);
        start.Environment["CONCURRENCY"] = concurrency.ToString(CultureInfo.InvariantCulture);
        using var worker = Process.Start(start)!;
        var said = await worker.StandardOutput.ReadToEndAsync(ct);
        await worker.WaitForExitAsync(ct);
        return worker.ExitCode == 0
            ? double.Parse(said, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The BullMQ worker ended with {worker.ExitCode}.");
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();
}
