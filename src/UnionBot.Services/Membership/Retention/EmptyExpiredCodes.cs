using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.Membership.Retention;

/// <summary>Every ten minutes: codes that have expired, on real time, lose the phone number they were for.</summary>
internal sealed class EmptyExpiredCodes(UnionDb db, TimeProvider time) : IJob
{
    public static string Name => "membership/empty-expired-codes";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(10));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return new JobReport(await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE one_time_code SET code = NULL, phone = NULL, ended_at = coalesce(ended_at, expires_at)
             WHERE expires_at <= {now} AND (code IS NOT NULL OR phone IS NOT NULL)
            """, ct));
    }
}
