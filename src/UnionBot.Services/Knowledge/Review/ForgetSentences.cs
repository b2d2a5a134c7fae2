using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>Every night: deletes what nobody looked at for long, and what was decided a while ago.</summary>
internal sealed class ForgetSentences(UnionDb db) : IJob
{
    public static string Name => "knowledge/forget-sentences";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 20);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (waiting, decided) = (due - ReviewSentence.WaitsAtMost, due - ReviewSentence.StaysDecided);
        return new JobReport(await db.Set<ReviewSentence>()
            .Where(s => s.Status == ReviewStatus.Waiting ? s.SeenAt < waiting : s.DecidedAt < decided)
            .ExecuteDeleteAsync(ct));
    }
}
