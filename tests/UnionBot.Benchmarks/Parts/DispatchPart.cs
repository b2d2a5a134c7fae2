using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Mass;
using UnionBot.Benchmarks.Peers;
using UnionBot.Benchmarks.Platform;
using UnionBot.Benchmarks.Protocol;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>How fast the ledger sends to many, each by a call, beside calls without any ledger.</summary>
internal sealed class DispatchPart : IPart
{
    private const int People = 100_000;
    private const int Jobs = 20_000;
    private const double BareGoal = 0.5;
    private const double BullGoal = 1.5;

    public string Name => "dispatch";

    public string Summary => "100,000 template messages by the ledger ÷ a bare HttpClient loop, and ÷ BullMQ with co-wechat-api";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var database = await bench.DatabaseAsync(ct);
        await using var table = new MassTable(database);
        await using var platform = await ProtocolServers.StartAsync(bench.Workspace, ProtocolServer.Sends, ct);
        await using var bull = await BullWorker.StartAsync(bench.Workspace, ct);
        await using var host = await MassHost.StartAsync(bench.Workspace, database, platform, bench.Options.Connections, ct);
        if (bull is null) Console.WriteLine("  There is no redis-server on this machine (apt-get install redis-server): BullMQ is left out.");

        var rounds = new List<(double Ledger, double Bare, double? Bull)>();
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var ledger = await LedgerAsync(table, ct);
            var bare = await BareAsync(platform, bench.Options.Connections, ct);
            double? peer = bull is null ? null : await bull.RunAsync(platform, Jobs, bench.Options.Connections, ct);
            if (round > 0) rounds.Add((ledger, bare, peer));
        }

        Print(rounds, host.MemoryMegabytes);
        var toBare = Verdict.Ratio("ledger ÷ bare HttpClient", Median.Of(rounds.Select(r => r.Ledger / r.Bare)), BareGoal);
        return bull is null ? [toBare] : [toBare, Verdict.Ratio("ledger ÷ BullMQ", Median.Of(rounds.Select(r => r.Ledger / r.Bull!.Value)), BullGoal)];
    }

    private static async Task<double> LedgerAsync(MassTable table, CancellationToken ct)
    {
        var (broadcast, _) = await table.FreezeAsync(People, ct);
        await table.StartAsync(broadcast, ct);
        var time = await table.SentAsync(broadcast, left: 0, ct);
        var sent = await table.NumberAsync($"SELECT count(*) FROM mass_recipient WHERE broadcast_id = {broadcast} AND status = 3 AND platform_id IS NOT NULL", ct);
        return sent == People ? People / time.TotalSeconds : throw new InvalidOperationException($"Only {sent} of {People} were sent.");
    }

    private static async Task<double> BareAsync(ServerProcess platform, int connections, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        var address = new Uri($"http://{platform.Address}/cgi-bin/message/template/send?access_token=benchmark");
        var (next, start) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var person && person <= People)
            {
                using var content = new StringContent(BodyOf(person), Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync(address, content, ct);
                using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
                if (body.RootElement.GetProperty("errcode").GetInt32() != 0) throw new InvalidOperationException("The endpoint refused.");
            }
        }));
        return People / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string BodyOf(int person) => JsonSerializer.Serialize(new
    {
        touser = Account.OpenIdOf(person),
        template_id = MassHost.TemplateId,
        client_msg_id = $"1-{person}",
        data = new { thing1 = new { value = "夏送清凉" }, time2 = new { value = "2026-07-01" } },
    });

    private static void Print(List<(double Ledger, double Bare, double? Bull)> rounds, double megabytes)
    {
        var table = new Table("", "sends/s", "slowest", "fastest");
        table.Add(CellsOf("ledger", rounds.Select(r => r.Ledger)));
        table.Add(CellsOf("bare HttpClient", rounds.Select(r => r.Bare)));
        if (rounds[0].Bull is not null) table.Add(CellsOf("BullMQ + co-wechat-api", rounds.Select(r => r.Bull!.Value)));
        table.Print();
        Console.WriteLine(FormattableString.Invariant($"  The bot's resident memory: {megabytes:F0} MB."));
    }

    private static string[] CellsOf(string name, IEnumerable<double> values) =>
    [
        name, .. ((double[])[Median.Of(values), values.Min(), values.Max()]).Select(v => v.ToString("N0", CultureInfo.InvariantCulture)),
    ];
}
