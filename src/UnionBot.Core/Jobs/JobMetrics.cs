using System.Diagnostics.Metrics;

namespace UnionBot.Core.Jobs;

/// <summary>What operators may count of the jobs.</summary>
internal sealed class JobMetrics : IDisposable
{
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _runs;

    public JobMetrics() =>
        _runs = _meter.CreateCounter<long>("unionbot.job_runs", description: "Runs of jobs on this host, by job and whether they failed.");

    public void Count(JobRun run) =>
        _runs.Add(1, KeyValuePair.Create("job", (object?)run.Name), KeyValuePair.Create("failed", (object?)(run.Error is not null)));

    public void Dispose() => _meter.Dispose();
}
