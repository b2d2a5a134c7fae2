namespace UnionBot.Core.Jobs;

/// <summary>Work that comes due by the business clock. A run may come late, twice, or on another host.</summary>
public interface IJob
{
    /// <summary>Stored as <c>service/what</c> and shown to staff, so it is never changed once released.</summary>
    static abstract string Name { get; }

    static abstract JobSchedule Schedule { get; }

    static abstract MissedRuns Missed { get; }

    /// <summary>Does what was due at <paramref name="due"/>. Running it again for the same moment changes nothing.</summary>
    /// <param name="due">The planned moment, not the moment it really started; UTC.</param>
    /// <exception cref="Exception">Any exception marks the run failed; it is recorded and tried again.</exception>
    Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct);
}
