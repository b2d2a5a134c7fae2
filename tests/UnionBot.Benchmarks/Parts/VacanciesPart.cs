using System.Diagnostics;
using System.Globalization;
using UnionBot.Benchmarks.Report;
using UnionBot.Benchmarks.Vacancies;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Benchmarks.Parts;

/// <summary>Vacancies found by one free sentence, read and searched, over 100,000 of them.</summary>
internal sealed class VacanciesPart : IPart
{
    private const double Goal = 20;
    private const double LeastRecall = 0.9;

    public string Name => "vacancies";

    public string Summary => "one free sentence read and searched over 100,000 vacancies, and how much of what fits it finds";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await using var database = await VacancyDatabase.StartAsync(bench.Workspace, VacancyDatabase.Count, ct);
        Console.WriteLine($"  {VacancyDatabase.Count:N0} vacancies are imported after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s.");

        var queries = VacancyQuery.Read();
        var times = new List<double>();
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            foreach (var query in queries)
            {
                var time = await SearchAsync(database, query, ct);
                if (round > 0) times.Add(time);
            }
        }

        times.Sort();
        var recall = await RecallAsync(database, queries, ct);
        var table = new Table("", "p50 ms", "p95 ms", "p99 ms", "slowest ms");
        table.Add("read and search", At(times, 0.5), At(times, 0.95), At(times, 0.99), At(times, 1));
        table.Print();
        return
        [
            Verdict.Below("vacancy search p95", times[(int)(times.Count * 0.95)], "ms", Goal),
            new Verdict("vacancy search recall", recall, "", LeastRecall, AtLeast: true),
        ];
    }

    private static async Task<double> SearchAsync(VacancyDatabase database, VacancyQuery query, CancellationToken ct)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var (reader, search) = (scope.ServiceProvider.GetRequiredService<IWishReader>(), scope.ServiceProvider.GetRequiredService<IVacancySearch>());
        var at = scope.ServiceProvider.GetRequiredService<BusinessClock>().GetUtcNow();
        var start = Stopwatch.GetTimestamp();
        var wish = reader.Read(query.Text, at, new VacancyWish()).Wish;
        await search.SearchAsync(wish, seen: [], at, ct);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>
    /// The mean share of what fits that is found, of at most as many as a search counts. What is found and does not fit is
    /// printed too, and so is every query that finds little.
    /// </summary>
    private static async Task<double> RecallAsync(VacancyDatabase database, IReadOnlyList<VacancyQuery> queries, CancellationToken ct)
    {
        var shown = await database.ShownAsync(ct);
        var (recalls, precisions) = (new List<double>(), new List<double>());
        foreach (var query in queries)
        {
            await using var scope = database.Services.CreateAsyncScope();
            var search = (VacancySearch)scope.ServiceProvider.GetRequiredService<IVacancySearch>();
            var at = scope.ServiceProvider.GetRequiredService<BusinessClock>().GetUtcNow();
            var wish = scope.ServiceProvider.GetRequiredService<IWishReader>().Read(query.Text, at, new VacancyWish()).Wish;
            var (found, _, given) = await search.MatchAsync(wish, UnionCalendar.DayOf(at), ct);
            var fits = database.Vacancies.Index().Where(v => query.Fits(v.Item)).Select(v => v.Index + 1L).Where(shown.Contains).ToHashSet();
            if (fits.Count == 0) continue;

            var hits = found.Count(c => fits.Contains(c.Id));
            recalls.Add(hits / (double)Math.Min(fits.Count, VacancySearch.MostCounted));
            precisions.Add(found.Count == 0 ? 0 : hits / (double)found.Count);
            if (recalls[^1] < LeastRecall)
                Console.WriteLine(FormattableString.Invariant($"    {recalls[^1]:F2} of {fits.Count} ({found.Count} found, gave way in {given}): {query.Text}"));
        }

        Console.WriteLine(FormattableString.Invariant($"  Recall {recalls.Average():F3}, precision {precisions.Average():F3}, over {recalls.Count} queries."));
        return recalls.Average();
    }

    private static string At(List<double> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].ToString("F1", CultureInfo.InvariantCulture);
}
