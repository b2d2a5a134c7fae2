namespace UnionBot.Core.Jobs;

/// <summary>How a job stands.</summary>
/// <param name="LastRun">The one that ended last, failed or not; null when there was none yet.</param>
/// <param name="NextDue">The planned moment it runs for next, by the business clock; UTC. In the past when it is overdue.</param>
/// <param name="Failures">Failed runs in a row.</param>
/// <param name="RetryAt">When a failed run is tried again, in real time; UTC. Null when none failed.</param>
/// <param name="RunningOn">The host that is at it now; null when none is.</param>
public sealed record JobLine(
    string Name,
    MissedRuns Missed,
    JobRun? LastRun,
    DateTimeOffset NextDue,
    int Failures,
    DateTimeOffset? RetryAt,
    string? RunningOn);
