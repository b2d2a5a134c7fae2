using Microsoft.Extensions.DependencyInjection;

namespace UnionBot.Core.Jobs;

/// <summary>A job as the host knows it.</summary>
/// <param name="Start">Makes the job in a scope and runs it for a planned moment.</param>
internal sealed record JobEntry(
    string Name,
    JobSchedule Schedule,
    MissedRuns Missed,
    Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<JobReport>> Start)
{
    /// <summary>A moment of a job that skips what it missed is fresh for so long, by the business clock.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public static JobEntry Of<TJob>() where TJob : class, IJob => new(
        TJob.Name,
        TJob.Schedule,
        TJob.Missed,
        (scope, due, ct) => scope.GetRequiredService<TJob>().RunAsync(due, ct));

    /// <summary>The planned moment to run now.</summary>
    /// <param name="doneUntil">The last planned moment that is dealt with.</param>
    /// <returns>Null when none is due.</returns>
    public DateTimeOffset? DueAt(DateTimeOffset doneUntil, DateTimeOffset now)
    {
        var latest = Schedule.LastUpTo(now);
        if (latest <= doneUntil) return null;

        return Missed switch
        {
            MissedRuns.Each => Schedule.NextAfter(doneUntil),
            MissedRuns.Latest => latest,
            _ => now - latest < Fresh ? latest : null,
        };
    }
}
