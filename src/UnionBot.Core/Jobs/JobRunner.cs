using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs;

/// <summary>
/// Runs what is due by the business clock, over all jobs in order of planned moment. A host that cannot claim the job
/// whose turn it is leaves the work to the host that holds it, so two hosts keep one order.
/// </summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes,
    IEnumerable<JobEntry> jobs,
    JobClaims claims,
    LeaseKeeper keeper,
    JobMetrics metrics,
    BusinessClock clock,
    TimeProvider time,
    ILogger<JobRunner> log)
{
    /// <summary>By so much a time server may correct a clock; moments that were dealt with are then not run again.</summary>
    private static readonly TimeSpan Correction = TimeSpan.FromMinutes(1);

    private readonly JobEntry[] _jobs = [.. jobs];
    private bool _registered;

    /// <returns>How many runs there were, failed ones included.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        if (!clock.IsKnown) return 0;
        if (!_registered) await RegisterAsync(ct);
        _registered = true;
        await FollowBackAsync(ct);

        var runs = 0;
        while (await TryRunNextAsync(ct)) runs++;
        return runs;
    }

    /// <summary>A job that is new to the database begins now: what lies before was never planned.</summary>
    private async Task RegisterAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var names = _jobs.Select(j => j.Name).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO job_schedule (name, done_until, failures)
            SELECT name, {clock.GetUtcNow()}, 0 FROM unnest({names}) AS name ON CONFLICT DO NOTHING
            """, ct);
    }

    /// <summary>After the clock was moved back, moments come due again from where it stands now.</summary>
    private async Task FollowBackAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UnionDb>().Database.ExecuteSqlAsync(
            $"""
            UPDATE job_schedule SET done_until = {now}
             WHERE name IN (SELECT name FROM job_schedule WHERE done_until > {now + Correction}
                                                        AND (leased_until IS NULL OR leased_until < now()) FOR UPDATE SKIP LOCKED)
            """, ct);
    }

    /// <returns>False when nothing is due, or another host is at it.</returns>
    private async Task<bool> TryRunNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        if (await NextAsync(db, ct) is not { } next) return false;
        if (!await claims.TryClaimAsync(db, next, time.GetUtcNow(), ct)) return false;

        try
        {
            var run = await keeper.KeepAsync(claims.Renewal(next), lost => RunAsync(next, lost), ct);
            await RecordAsync(db, next, run, ct);
        }
        catch (LeaseLostException)
        {
            LogLost(log, next.Job.Name, next.Due);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await JobClaims.ReleaseAsync(db, next);
            throw;
        }

        return true;
    }

    private async Task<DueRun?> NextAsync(UnionDb db, CancellationToken ct)
    {
        var (now, real) = (clock.GetUtcNow(), time.GetUtcNow());
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Name, ct);

        return _jobs
            .Select(job => (Job: job, State: states[job.Name]))
            .Where(j => j.State.AskedAt is not null || j.State.RetryAt is null || j.State.RetryAt <= real)
            .Select(j => DueAt(j.Job, j.State, now) is { } due ? new DueRun(j.Job, j.State.DoneUntil, due) : null)
            .Where(run => run is not null)
            .MinBy(run => run!.Due);
    }

    // Whoever asks for a run of what is done already means its last planned moment once more.
    private static DateTimeOffset? DueAt(JobEntry job, JobState state, DateTimeOffset now) =>
        job.DueAt(state.DoneUntil, now) ?? (state.AskedAt is null ? null : job.Schedule.LastUpTo(now));

    private async Task<JobRun> RunAsync(DueRun run, CancellationToken ct)
    {
        var startedAt = time.GetUtcNow();
        var (report, error) = await TryRunAsync(run, ct);
        return new JobRun(run.Job.Name, run.Due, startedAt, time.GetUtcNow(), report, error);
    }

    private async Task<(JobReport Report, string? Error)> TryRunAsync(DueRun run, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var report = await run.Job.Start(scope.ServiceProvider, run.Due, ct);
            LogRan(log, run.Job.Name, run.Due, report.Done, report.Skipped);
            return (report, null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever went wrong with one job, the others go on; this one is tried again.
            LogFailed(log, run.Job.Name, run.Due, e);
            return (new JobReport(0), e.GetType().Name);
        }
    }

    private async Task RecordAsync(UnionDb db, DueRun next, JobRun run, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await JobClaims.FindAsync(db, next, ct) is not { } state)
        {
            LogLost(log, next.Job.Name, next.Due);
            return;
        }

        if (run.Error is null) state.Succeed(run.Due);
        else state.Fail(run.EndedAt);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        metrics.Count(run);
    }

    [LoggerMessage(LogLevel.Information, "Job {Job} for {Due:u}: {Done} done, {Skipped} skipped")]
    private static partial void LogRan(ILogger log, string job, DateTimeOffset due, int done, int skipped);

    [LoggerMessage(LogLevel.Error, "Job {Job} for {Due:u} failed; it is tried again later")]
    private static partial void LogFailed(ILogger log, string job, DateTimeOffset due, Exception e);

    [LoggerMessage(LogLevel.Warning, "Job {Job} for {Due:u} took too long to say that it goes on; another host runs it again")]
    private static partial void LogLost(ILogger log, string job, DateTimeOffset due);
}
