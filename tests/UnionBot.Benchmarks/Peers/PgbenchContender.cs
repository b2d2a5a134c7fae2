using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Platform;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Benchmarks.Peers;

/// <summary>
/// PostgreSQL's own load program, which keeps the connections busy with unbatched transactions: what a bot can reach
/// that answers message by message, even if all the rest of it cost nothing.
/// </summary>
/// <param name="folder">For the log from which the percentiles are read.</param>
internal sealed partial class PgbenchContender(BotDatabase database, string folder) : IContender
{
    private const string LogPrefix = "pgbench_turn";
    private const int Clients = 16;
    private const int Threads = 2;
    private const int LatencyField = 2;    // client, transaction, latency in µs, …

    public string Name => "pgbench";

    /// <summary>It makes its own messages, over the same people.</summary>
    public async Task<Round> MeasureAsync(RequestFile messages, LoadPlan plan, CancellationToken ct)
    {
        await RunAsync(plan.WarmUp, ct);
        var (start, databaseTime) = (Stopwatch.GetTimestamp(), database.Processor);
        var report = await RunAsync(plan.Window, ct);
        var cpu = (database.Processor - databaseTime) / Stopwatch.GetElapsedTime(start);

        var latencies = ReadLatencies();
        return new Round(
            double.Parse(Rate().Match(report).Groups[1].Value, CultureInfo.InvariantCulture),
            At(latencies, 0.5),
            At(latencies, 0.99),
            At(latencies, 1),
            int.Parse(Failed().Match(report).Groups[1].Value, CultureInfo.InvariantCulture),
            ServerCpu: null,
            cpu,
            GeneratorCpu: null,
            OtherCpu: null,
            Megabytes: null);
    }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"failed transactions: (\d+)")]
    private static partial Regex Failed();

    private async Task<string> RunAsync(TimeSpan time, CancellationToken ct)
    {
        foreach (var log in Logs()) File.Delete(log);

        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var result = await Programs.RunAsync(
            "env",
            [
                $"--chdir={folder}", $"PGPASSWORD={to.Password}", await ProgramAsync(ct),
                "--host", to.Host!, "--port", Text(to.Port), "--username", to.Username!, "--no-vacuum",
                "--protocol", "prepared", "--client", Text(Clients), "--jobs", Text(Threads),
                "--time", Text((int)Math.Ceiling(time.TotalSeconds)), "--define", $"people={Account.People}",
                "--log", "--log-prefix", LogPrefix, "--sampling-rate", "0.1",
                "--file", Path.Combine(AppContext.BaseDirectory, "Peers", "Pgbench", "turn.sql"), to.Database!,
            ],
            user: null,
            ct);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"pgbench: {result.Errors}");
    }

    /// <summary>Lies beside the server, to which there may only be a link elsewhere.</summary>
    private static async Task<string> ProgramAsync(CancellationToken ct)
    {
        var server = (await PostgresBinaries.FindAsync("", neededMajor: null, ct)).Server;
        var real = File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server;
        return Path.Combine(Path.GetDirectoryName(real)!, "pgbench");
    }

    private int[] ReadLatencies() =>
    [
        .. Logs()
            .SelectMany(File.ReadLines)
            .Select(line => int.Parse(line.Split(' ')[LatencyField], CultureInfo.InvariantCulture))
            .Order(),
    ];

    private string[] Logs() => Directory.GetFiles(folder, $"{LogPrefix}.*");

    private static TimeSpan At(int[] sorted, double share) =>
        TimeSpan.FromMicroseconds(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
