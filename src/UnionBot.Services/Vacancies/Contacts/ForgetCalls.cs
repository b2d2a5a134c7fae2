using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.FollowUps;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>Every night: deletes wishes for a call, reports and follow-ups that are half a year old (PIPL §19, no statute: proposal).</summary>
internal sealed class ForgetCalls(UnionDb db) : IJob
{
    private const int Days = 180;

    public static string Name => "vacancies/forget-calls";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 10);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var before = due.AddDays(-Days);
        var calls = await db.Set<VacancyCall>().Where(c => c.AskedAt < before).ExecuteDeleteAsync(ct);
        var reports = await db.Set<VacancyReport>().Where(r => r.At < before).ExecuteDeleteAsync(ct);
        var day = UnionCalendar.DayOf(before);
        return new JobReport(calls + reports + await db.Set<Placement>().Where(p => p.BeganOn < day).ExecuteDeleteAsync(ct));
    }
}
