using System.Diagnostics;
using System.Globalization;
using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Report;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Benchmarks.Parts;

/// <summary>Free times of 14 days of 50 lawyers, half of them booked.</summary>
internal sealed class SlotsPart : IPart
{
    private const double Goal = 30;
    private const int Lawyers = 50;
    private const int Searches = 200;

    public string Name => "slots";

    public string Summary => "free times for a consultation: 14 days of 50 lawyers, half of them booked";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var database = await ServiceDatabase.StartAsync(bench.Workspace, "slots", ct);
        await FillAsync(database.Services, ct);
        var times = new List<double>();
        for (var n = 0; n < Searches / 10; n++) await SearchAsync(database.Services, ct);
        for (var n = 0; n < Searches * bench.Options.Rounds; n++) times.Add(await SearchAsync(database.Services, ct));

        times.Sort();
        var table = new Table("", "p50 ms", "p95 ms", "slowest ms");
        table.Add("find free times", At(times, 0.5), At(times, 0.95), At(times, 1));
        table.Print();
        return [Verdict.Below("free times p95", times[(int)(times.Count * 0.95)], "ms", Goal)];
    }

    private static async Task<double> SearchAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<IConsultations>();
        var start = Stopwatch.GetTimestamp();
        var found = await desk.FindAsync(new SlotWish { IsUrgent = true }, int.MaxValue, ct);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (found.Count == 0) throw new InvalidOperationException("Nothing is free.");
        return took;
    }

    /// <summary>Two sites, and hours of every day, so that no holiday makes it easy.</summary>
    private static async Task FillAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, ciphers) = (scope.ServiceProvider.GetRequiredService<UnionDb>(), scope.ServiceProvider.GetRequiredService<LegalAidCiphers>());
        var today = UnionCalendar.DayOf(scope.ServiceProvider.GetRequiredService<BusinessClock>().GetUtcNow());
        foreach (var name in new[] { "一", "二" })
        {
            var site = new Site(name);
            site.Describe("路 1 号", "370102", 10, isDemo: true);
            db.Add(site);
        }

        await db.SaveChangesAsync(ct);
        for (var id = 1L; id <= Lawyers; id++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"律师{id}");
            db.Add(new Lawyer(id, ciphers.SealLawyer(id, name), ciphers.LawyerHash(name, "所"), new LawyerFacts { Office = "所" }));
            for (var day = 0; day <= 14; day++)
            {
                db.Add(new ExtraBlock(id, today.AddDays(day), new TimeOnly(8, 30), new TimeOnly(11, 30), 1 + id % 2, ConsultationModes.All));
                db.Add(new ExtraBlock(id, today.AddDays(day), new TimeOnly(14, 0), new TimeOnly(17, 0), 1 + id % 2, ConsultationModes.All));
            }
        }

        await db.SaveChangesAsync(ct);
        await BookHalfAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
    }

    /// <summary>Every second time of every block, one in four of them on site.</summary>
    private static async Task BookHalfAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            INSERT INTO legal_taken_time (id, lawyer_id, site_id, room, mode, starts_at, ends_at, busy_from, busy_until)
            SELECT gen_random_uuid(), b.lawyer_id, CASE WHEN b.lawyer_id % 5 = 0 THEN b.site_id END, CASE WHEN b.lawyer_id % 5 = 0 THEN (b.lawyer_id / 5)::smallint END,
                   2, t, t + interval '30 min', t, t + interval '40 min'
              FROM legal_extra_block b, generate_series(0, 1) AS n,
                   LATERAL (SELECT (b.day + b.starts_at) AT TIME ZONE 'Asia/Shanghai' + n * interval '80 min' AS t) AS at;
            ANALYZE;
            """);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string At(List<double> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].ToString("F1", CultureInfo.InvariantCulture);
}
