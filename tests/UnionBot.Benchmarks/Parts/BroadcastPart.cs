using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Mass;
using UnionBot.Benchmarks.Protocol;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>What a broadcast to a million people costs, in time, on disk and in memory.</summary>
internal sealed class BroadcastPart : IPart
{
    private const int People = 1_000_000;
    private const int FewPeople = 10_000;
    private const int Claims = 10;
    private const int Counts = 3;
    private const int LastParts = 20;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public string Name => "broadcast";

    public string Summary => "1,000,000 people of a broadcast written down, claimed and sent, each by a call";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var database = await bench.DatabaseAsync(ct);
        await using var table = new MassTable(database);
        await using var platform = await ProtocolServers.StartAsync(bench.Workspace, ProtocolServer.Sends, ct);

        var (count, meant) = await new AudienceCost(table.Source, database).MeasureAsync(Counts, ct);
        var bare = await BareInsertAsync(table, ct);
        var (broadcast, frozen) = await table.FreezeAsync(People, ct);
        var made = await BytesAsync(table, broadcast, ct);
        await table.StartAsync(broadcast, ct);
        var cost = new ClaimCost(table.Source, database);
        var first = await cost.MeasureAsync(Claims, ct);

        var host = await MassHost.StartAsync(bench.Workspace, database, platform, bench.Options.Connections, ct);
        var few = await FewAsync(table, broadcast, bench.Options.Rounds, ct);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var memory = WatchAsync(host, watch.Token);
        await table.StartAsync(broadcast, ct);
        var sent = await table.SentAsync(broadcast, LastParts, ct);
        await watch.CancelAsync();
        var megabytes = await memory;
        await host.StopAsync(ct);
        await host.DisposeAsync();

        var last = await cost.MeasureAsync(LastParts, ct);
        var vacuum = await table.ExecuteAsync($"VACUUM mass_recipient_{broadcast}", ct);
        var after = await BytesAsync(table, broadcast, ct);
        var many = (frozen + sent) / (People - ((Claims + LastParts) * 1_000));

        Console.WriteLine(FormattableString.Invariant($"  Counting beforehand whom it would reach, of {meant:N0} people: {count.TotalSeconds:F2} s."));
        Console.WriteLine(FormattableString.Invariant(
            $"  Bare INSERT {bare.TotalSeconds:F1} s, written down {frozen.TotalSeconds:F1} s, sent {sent.TotalSeconds:F1} s, vacuum {vacuum.TotalSeconds:F1} s."));
        Console.WriteLine(FormattableString.Invariant(
            $"  A person costs {many.TotalMicroseconds:F1} µs at 1,000,000 and {few.TotalMicroseconds:F1} µs at 10,000; a claim {first:F1} ms at first, {last:F1} ms at last."));
        return
        [
            Verdict.Below("rows made ÷ bare INSERT … SELECT", frozen / bare, "×", 2),
            Verdict.Below("bytes a row when made", made, "B", 200),
            Verdict.Below("bytes a row when sent and vacuumed", after, "B", 350),
            Verdict.Below("last claim ÷ first claim", last / first, "×", 1.2),
            Verdict.Below("resident memory", megabytes, "MB", 250),
            Verdict.Below("a person at 1,000,000 ÷ at 10,000", many / few, "×", 1.2),
        ];
    }

    /// <summary>The same rows with the same key, and nothing else.</summary>
    private static async Task<TimeSpan> BareInsertAsync(MassTable table, CancellationToken ct)
    {
        await table.ExecuteAsync("CREATE TABLE bare_recipient (LIKE mass_recipient INCLUDING ALL)", ct);
        await table.ExecuteAsync("CHECKPOINT", ct);
        var time = await table.ExecuteAsync(
            $"INSERT INTO bare_recipient (person_id, broadcast_id, status, route) SELECT id, 1, 0, 2 FROM person WHERE id <= {People}", ct);
        await table.ExecuteAsync("DROP TABLE bare_recipient", ct);
        return time;
    }

    private static async Task<double> BytesAsync(MassTable table, int broadcast, CancellationToken ct) =>
        await table.NumberAsync($"SELECT pg_total_relation_size('mass_recipient_{broadcast}')", ct) / (double)People;

    /// <summary>What one person of a small broadcast costs; the large one waits meanwhile.</summary>
    private static async Task<TimeSpan> FewAsync(MassTable table, int waiting, int rounds, CancellationToken ct)
    {
        await table.PauseAsync(waiting, ct);
        var times = new List<TimeSpan>();
        for (var round = 0; round <= rounds; round++)
        {
            var (broadcast, frozen) = await table.FreezeAsync(FewPeople, ct);
            await table.StartAsync(broadcast, ct);
            var sent = await table.SentAsync(broadcast, left: 0, ct);
            if (round > 0) times.Add((frozen + sent) / FewPeople);
        }

        return Median.Of(times);
    }

    /// <returns>The most that the host ever had, in megabytes.</returns>
    private static async Task<double> WatchAsync(ServerProcess host, CancellationToken ct)
    {
        var most = 0.0;
        while (!ct.IsCancellationRequested)
        {
            most = Math.Max(most, host.MemoryMegabytes);
            await Task.WhenAny(Task.Delay(Glance, ct));
        }

        return most;
    }
}
