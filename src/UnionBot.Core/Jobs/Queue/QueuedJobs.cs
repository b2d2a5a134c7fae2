using System.Text.Json;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs.Queue;

/// <summary>Takes one-off work. It is a row in the caller's transaction, so it is done if and only if its cause is kept.</summary>
public sealed class QueuedJobs(UnionDb db, BusinessClock clock)
{
    /// <summary>Adds work to be done at once; the caller saves.</summary>
    public void Enqueue<TJob, TPayload>(TPayload payload) where TJob : IQueuedJob<TPayload> =>
        Delay<TJob, TPayload>(payload, clock.GetUtcNow());

    /// <summary>Adds work to be done later; the caller saves.</summary>
    /// <param name="due">By the business clock; UTC.</param>
    public void Delay<TJob, TPayload>(TPayload payload, DateTimeOffset due) where TJob : IQueuedJob<TPayload> =>
        db.Add(new QueuedJob(TJob.Name, JsonSerializer.Serialize(payload), due));
}
