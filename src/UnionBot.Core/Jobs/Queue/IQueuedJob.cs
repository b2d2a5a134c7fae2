namespace UnionBot.Core.Jobs.Queue;

/// <summary>A kind of one-off work that is added to the <see cref="QueuedJobs"/>.</summary>
public interface IQueuedJob
{
    /// <summary>Stored as <c>service/what</c> and shown to staff, so it is never changed once released.</summary>
    static abstract string Name { get; }
}

/// <typeparam name="TPayload">What the work needs to know, kept as JSON: ids and codes, never anything personal.</typeparam>
public interface IQueuedJob<TPayload> : IQueuedJob
{
    /// <summary>
    /// Does the work in a transaction of the scope's <c>UnionDb</c> that is saved and committed behind it, together with
    /// the fact that it is done: what it changes there happens once.
    /// </summary>
    /// <exception cref="Exception">Any exception undoes it; it is recorded and the work is tried again.</exception>
    Task<JobReport> RunAsync(TPayload payload, CancellationToken ct);
}
