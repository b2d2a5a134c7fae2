namespace UnionBot.Core.Jobs;

/// <summary>A job whose turn it is.</summary>
/// <param name="DoneUntil">How far the job had come when this was decided.</param>
/// <param name="Due">The planned moment to run.</param>
internal sealed record DueRun(JobEntry Job, DateTimeOffset DoneUntil, DateTimeOffset Due)
{
    public Guid Lease { get; } = Guid.CreateVersion7();
}
