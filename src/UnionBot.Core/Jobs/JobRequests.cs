using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs;

/// <summary>What staff may ask of the jobs.</summary>
public sealed class JobRequests(UnionDb db, AuditLog audit, BusinessClock clock, TimeProvider time)
{
    /// <summary>Lets a running host run the job within seconds: what is due of it, or else its last planned moment once more.</summary>
    /// <returns>False when no host has ever known such a job.</returns>
    public async Task<bool> RunNowAsync(string job, AuditActor who, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var asked = await db.Database.ExecuteSqlAsync($"UPDATE job_schedule SET asked_at = {time.GetUtcNow()} WHERE name = {job}", ct);
        if (asked == 0) return false;

        audit.Add(who, "job/asked", $"job/{job}", clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
