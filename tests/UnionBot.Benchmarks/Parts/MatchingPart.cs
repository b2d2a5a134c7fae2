using System.Diagnostics;
using UnionBot.Benchmarks.Report;
using UnionBot.Benchmarks.Vacancies;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Benchmarks.Parts;

/// <summary>One evening's digests: 100,000 rules held against 50,000 new vacancies, worded and written down.</summary>
internal sealed class MatchingPart : IPart
{
    private const int Vacancies = 50_000;
    private const double MostSeconds = 60;
    private const double MostMegabytes = 150;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public string Name => "matching";

    public string Summary => "100,000 rules held against 50,000 new vacancies, beside a bare INSERT … SELECT of the same rows";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var database = await VacancyDatabase.StartAsync(bench.Workspace, Vacancies, ct);
        var rules = new RuleRows(database.Services);
        await rules.FillAsync(ct);
        GC.Collect();

        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (before, memory) = (Environment.WorkingSet, WatchAsync(watch.Token));
        var start = Stopwatch.GetTimestamp();
        var told = await SendAsync(database.Services, ct);
        var time = Stopwatch.GetElapsedTime(start);
        await watch.CancelAsync();
        var grown = (await memory - before) / 1e6;
        var bare = await rules.WriteBarelyAsync(ct);

        Console.WriteLine(FormattableString.Invariant(
            $"  {told:N0} of {RuleRows.Count:N0} people told in {time.TotalSeconds:F1} s; a bare INSERT … SELECT of the same rows takes {bare.TotalSeconds:F1} s, {time / bare:F1} times less."));
        return
        [
            Verdict.Below("matching 100,000 rules × 50,000 vacancies", time.TotalSeconds, "s", MostSeconds),
            Verdict.Below("memory grown by it", grown, "MB", MostMegabytes),
        ];
    }

    private static async Task<int> SendAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<BusinessClock>().GetUtcNow();
        return (await scope.ServiceProvider.GetRequiredService<SendDigests>().RunAsync(now, ct)).Done;
    }

    private static async Task<long> WatchAsync(CancellationToken ct)
    {
        var most = 0L;
        while (!ct.IsCancellationRequested)
        {
            most = Math.Max(most, Environment.WorkingSet);
            await Task.Delay(Glance, CancellationToken.None);
        }

        return most;
    }
}
