using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>
/// Every night: deletes what people were shown half a year ago and what they said to it (PIPL §19, no statute: proposal). Nothing
/// as old as that is matched any more.
/// </summary>
internal sealed class ForgetSent(UnionDb db) : IJob
{
    private const int Days = 180;

    public static string Name => "vacancies/forget-sent";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 20);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var before = due.AddDays(-Days);
        return new JobReport(await db.Set<SentVacancy>().Where(s => s.At < before).ExecuteDeleteAsync(ct));
    }
}
