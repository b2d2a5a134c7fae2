using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs;

/// <summary>Which host runs a job: one row, one claim, and the database decides who was first.</summary>
internal sealed class JobClaims(JobLeases leases)
{
    /// <summary>
    /// Claims the job for a planned moment. A claim that ran out belonged to a host that died; its run is recorded as lost.
    /// </summary>
    /// <param name="now">Real time; UTC.</param>
    /// <returns>False when another host holds it, or has run it since it was read.</returns>
    public async Task<bool> TryClaimAsync(UnionDb db, DueRun run, DateTimeOffset now, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH job AS (
                SELECT name, started_at, leased_until FROM job_schedule
                 WHERE name = {run.Job.Name} AND done_until = {run.DoneUntil} AND (leased_until IS NULL OR leased_until < now())
                   FOR UPDATE SKIP LOCKED),
            lost AS (
                INSERT INTO job_run (name, due, started_at, ended_at, done, skipped, error)
                SELECT name, {run.Due}, started_at, now(), 0, 0, {JobRun.HostLost} FROM job WHERE leased_until IS NOT NULL)
            UPDATE job_schedule s
               SET lease = {run.Lease}, host = {JobLeases.Host}, started_at = {now}, leased_until = now() + {leases.Length}
              FROM job WHERE s.name = job.name
            """, ct) == 1;

    public FormattableString Renewal(DueRun run) =>
        $"UPDATE job_schedule SET leased_until = now() + {leases.Length} WHERE name = {run.Job.Name} AND lease = {run.Lease}";

    /// <summary>Locks the job's row, if the claim still holds.</summary>
    public static async Task<JobState?> FindAsync(UnionDb db, DueRun run, CancellationToken ct) =>
        (await db.Set<JobState>().FromSql(
            $"SELECT * FROM job_schedule WHERE name = {run.Job.Name} AND lease = {run.Lease} FOR UPDATE").ToListAsync(ct))
        .SingleOrDefault();

    /// <summary>Gives the job back unrun, because this host stops.</summary>
    public static Task ReleaseAsync(UnionDb db, DueRun run) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE job_schedule SET lease = NULL, host = NULL, started_at = NULL, leased_until = NULL
         WHERE name = {run.Job.Name} AND lease = {run.Lease}
        """, CancellationToken.None);
}
