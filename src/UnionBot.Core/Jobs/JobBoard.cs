using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs.Queue;

namespace UnionBot.Core.Jobs;

/// <summary>What staff see of the jobs: which there are, how their last runs went, and when the next come.</summary>
public sealed class JobBoard
{
    private readonly UnionDb _db;
    private readonly IReadOnlyList<JobEntry> _jobs;
    private readonly BusinessClock _clock;

    internal JobBoard(UnionDb db, IEnumerable<JobEntry> jobs, BusinessClock clock) =>
        (_db, _jobs, _clock) = (db, [.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal)], clock);

    /// <summary>All jobs of this program, in the order of their names.</summary>
    public async Task<IReadOnlyList<JobLine>> ListAsync(CancellationToken ct)
    {
        var states = await _db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Name, ct);
        var last = await LastRunsAsync(ct);
        return [.. _jobs.Select(job => Line(job, states.GetValueOrDefault(job.Name), last.GetValueOrDefault(job.Name)))];
    }

    /// <summary>The newest runs of a job, the last one first.</summary>
    public async Task<IReadOnlyList<JobRun>> RunsAsync(string name, int most, CancellationToken ct) => await _db.Set<JobRun>()
        .AsNoTracking()
        .Where(r => r.Name == name)
        .OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
        .Take(most)
        .ToListAsync(ct);

    /// <summary>One-off work that is not done yet: what failed first, then in the order it comes due.</summary>
    public async Task<IReadOnlyList<QueuedJob>> QueueAsync(int most, CancellationToken ct) => await _db.Set<QueuedJob>()
        .AsNoTracking()
        .OrderByDescending(j => j.Failures > 0).ThenBy(j => j.Due).ThenBy(j => j.Id)
        .Take(most)
        .ToListAsync(ct);

    private async Task<Dictionary<string, JobRun>> LastRunsAsync(CancellationToken ct)
    {
        var names = _jobs.Select(j => j.Name).ToArray();
        var runs = await _db.Set<JobRun>()
            .FromSql(
                $"""
                SELECT run.* FROM unnest({names}) AS job (name)
                  CROSS JOIN LATERAL (SELECT * FROM job_run r WHERE r.name = job.name ORDER BY started_at DESC, id DESC LIMIT 1) AS run
                """)
            .AsNoTracking()
            .ToListAsync(ct);
        return runs.ToDictionary(r => r.Name);
    }

    private JobLine Line(JobEntry job, JobState? state, JobRun? last)
    {
        var now = _clock.GetUtcNow();
        var due = state is null ? null : job.DueAt(state.DoneUntil, now);
        return new JobLine(
            job.Name, job.Missed, last, due ?? job.Schedule.NextAfter(now), state?.Failures ?? 0, state?.RetryAt, state?.Host);
    }
}
