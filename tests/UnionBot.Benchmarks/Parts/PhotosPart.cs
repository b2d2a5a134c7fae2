using System.Diagnostics;
using System.Globalization;
using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Report;
using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.Benchmarks.Parts;

/// <summary>Photos of visits hashed, many a run and each in its own, and one looked for among a million.</summary>
internal sealed class PhotosPart : IPart
{
    private const int Photos = 40;
    private const int Known = 1_000_000;
    private const int Searches = 200;
    private const double PeakPhotosASecond = 20;
    private const double MostMilliseconds = 50;

    public string Name => "photos";

    public string Summary => "photos hashed by ImageMagick, 40 a run beside one a run; a look-alike among 1,000,000";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var database = await ServiceDatabase.StartAsync(bench.Workspace, "photos", ct);
        var tool = database.Services.GetRequiredService<PhotoTool>();
        if (!await tool.IsPresentAsync(ct)) throw new InvalidOperationException("ImageMagick is missing.");

        var photos = new List<ReadOnlyMemory<byte>>();
        for (var i = 0; i < Photos; i++) photos.Add(await MakeAsync(i, ct));
        double together = 0, alone = 0;
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            together = Math.Max(together, await RateAsync(async () => await tool.LookAsync(photos, ct)));
            alone = Math.Max(alone, await RateAsync(async () =>
            {
                foreach (var photo in photos) await tool.LookAsync([photo], ct);
            }));
        }

        await FillAsync(database, ct);
        var times = await SearchAsync(database, ct);
        Console.WriteLine(FormattableString.Invariant(
            $"  {together:F1} photos a second together, {alone:F1} alone; a look-alike among {Known:N0}: p50 {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms."));
        return
        [
            new Verdict("photos hashed a second, 40 a run", together, "", PeakPhotosASecond, AtLeast: true),
            Verdict.Below("look-alike among 1,000,000, p95", times[times.Count * 95 / 100], "ms", MostMilliseconds),
        ];
    }

    /// <summary>As large as chats make them.</summary>
    private static async Task<byte[]> MakeAsync(int number, CancellationToken ct)
    {
        using var folder = new PrivateFolder();
        return await new ToolRun(new PhotoRules(), "/usr/bin/convert").RunAsync(
            ["-seed", number.ToString(CultureInfo.InvariantCulture), "-size", "1080x1440", "plasma:fractal", "-quality", "80", "jpeg:-"], default, folder.Path, ct)
            ?? throw new InvalidOperationException("No picture was made.");
    }

    private static async Task<double> RateAsync(Func<Task> look)
    {
        var start = Stopwatch.GetTimestamp();
        await look();
        return Photos / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Hashes without any pattern: what a search reads then is what the index promises.</summary>
    private static async Task FillAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var fill = database.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            $"""
            INSERT INTO proof_photo (visit_id, media_id, kind, received_at, taken_up_at, prepared_at, hash)
            SELECT n, n, 0, now(), now(), now(), hashint8extended(n, 7) FROM generate_series(1, {Known}) n
            """);
        fill.CommandTimeout = 300;
        await fill.ExecuteNonQueryAsync(ct);
        await using var vacuum = database.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("VACUUM ANALYZE proof_photo");
        vacuum.CommandTimeout = 300;
        await vacuum.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<double>> SearchAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var (others, random, times) = (scope.ServiceProvider.GetRequiredService<LookAlikes>(), new Random(1), new List<double>());
        for (var i = 0; i < Searches; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await others.FindAsync(random.NextInt64(long.MinValue, long.MaxValue), long.MaxValue, visit: 0, ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }
}
