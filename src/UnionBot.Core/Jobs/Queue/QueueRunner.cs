using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs.Queue;

/// <summary>Does the one-off work that is due, each piece on one host and, in the database, once.</summary>
internal sealed partial class QueueRunner(
    IServiceScopeFactory scopes,
    IEnumerable<QueueEntry> kinds,
    LeaseKeeper keeper,
    JobLeases leases,
    JobMetrics metrics,
    BusinessClock clock,
    TimeProvider time,
    ILogger<QueueRunner> log)
{
    private readonly Dictionary<string, QueueEntry> _kinds = kinds.ToDictionary(k => k.Name);

    /// <returns>How many pieces were tried.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        if (!clock.IsKnown || _kinds.Count == 0) return 0;

        var runs = 0;
        while (await ClaimAsync(ct) is { } job)
        {
            await RunAsync(job, ct);
            runs++;
        }

        return runs;
    }

    /// <summary>Kinds that this program does not know are left to one that does.</summary>
    private async Task<QueuedJob?> ClaimAsync(CancellationToken ct)
    {
        var (names, lease) = (_kinds.Keys.ToArray(), Guid.CreateVersion7());
        await using var scope = scopes.CreateAsyncScope();
        var claimed = await scope.ServiceProvider.GetRequiredService<UnionDb>().Set<QueuedJob>()
            .FromSql(
                $"""
                UPDATE queued_job SET lease = {lease}, leased_until = now() + {leases.Length}
                 WHERE id = (SELECT id FROM queued_job
                              WHERE due <= {clock.GetUtcNow()} AND name = ANY ({names})
                                AND (retry_at IS NULL OR retry_at <= {time.GetUtcNow()})
                                AND (leased_until IS NULL OR leased_until < now())
                              ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """)
            .AsNoTracking()
            .ToListAsync(ct);
        return claimed.SingleOrDefault();
    }

    private async Task RunAsync(QueuedJob job, CancellationToken ct)
    {
        var startedAt = time.GetUtcNow();
        try
        {
            await keeper.KeepAsync(
                $"UPDATE queued_job SET leased_until = now() + {leases.Length} WHERE id = {job.Id} AND lease = {job.Lease}",
                lost => CompleteAsync(job, startedAt, lost),
                ct);
        }
        catch (LeaseLostException)
        {
            LogLost(log, job.Name, job.Id);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, job.Name, job.Id, e);
            await FailAsync(job, startedAt, e.GetType().Name, ct);
        }
        catch (OperationCanceledException)
        {
            await ChangeAsync(
                $"UPDATE queued_job SET lease = NULL, leased_until = NULL WHERE id = {job.Id} AND lease = {job.Lease}",
                CancellationToken.None);
            throw;
        }
    }

    /// <summary>The work and the fact that it is done: one transaction.</summary>
    private async Task<bool> CompleteAsync(QueuedJob job, DateTimeOffset startedAt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var report = await _kinds[job.Name].Start(scope.ServiceProvider, job.Payload, ct);

        var run = new JobRun(job.Name, job.Due, startedAt, time.GetUtcNow(), report, error: null);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        var done = await db.Database.ExecuteSqlAsync($"DELETE FROM queued_job WHERE id = {job.Id} AND lease = {job.Lease}", ct);
        if (done == 0) return false;

        await transaction.CommitAsync(ct);
        metrics.Count(run);
        return true;
    }

    private async Task FailAsync(QueuedJob job, DateTimeOffset startedAt, string error, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var run = new JobRun(job.Name, job.Due, startedAt, now, new JobReport(0), error);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE queued_job SET failures = failures + 1, error = {error}, retry_at = {now + BackOff.After(job.Failures)},
                   lease = NULL, leased_until = NULL
             WHERE id = {job.Id} AND lease = {job.Lease}
            """, ct);
        await transaction.CommitAsync(ct);
        metrics.Count(run);
    }

    private async Task ChangeAsync(FormattableString statement, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UnionDb>().Database.ExecuteSqlAsync(statement, ct);
    }

    [LoggerMessage(LogLevel.Error, "Queued job {Job} {Id} failed; it is tried again later")]
    private static partial void LogFailed(ILogger log, string job, long id, Exception e);

    [LoggerMessage(LogLevel.Warning, "Queued job {Job} {Id} took too long to say that it goes on; another host does it again")]
    private static partial void LogLost(ILogger log, string job, long id);
}
