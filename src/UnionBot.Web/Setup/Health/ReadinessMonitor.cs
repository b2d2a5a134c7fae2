namespace UnionBot.Web.Setup.Health;

/// <summary>
/// Looks every second whether the bot can answer, so that whoever asks is told at once, even while the database hangs.
/// </summary>
internal sealed class ReadinessMonitor : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(2);

    /// <summary>Results older than this mean that a check hangs without heeding its time limit.</summary>
    private static readonly TimeSpan LongestBelieved = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<IReadinessCheck> _checks;
    private readonly TimeProvider _time;
    private readonly ILogger<ReadinessMonitor> _logger;
    private volatile Findings _latest;

    public ReadinessMonitor(
        IEnumerable<IReadinessCheck> checks, TimeProvider time, ILogger<ReadinessMonitor> logger)
    {
        (_checks, _time, _logger) = ([.. checks], time, logger);
        _latest = new(time.GetTimestamp(), [.. _checks.Select(check => new CheckResult(check.Name, "Not looked at yet."))]);
    }

    public bool IsReady => Results.All(result => result.IsWell);

    public IReadOnlyList<CheckResult> Results
    {
        get
        {
            var latest = _latest;
            return _time.GetElapsedTime(latest.At) < LongestBelieved
                ? latest.Results
                : [.. latest.Results.Select(result => result with { Fault = result.Fault ?? "The check hangs." })];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Pause, _time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var results = await Task.WhenAll(_checks.Select(check => CheckResult.OfAsync(check, LongestCheck, ct)));
        foreach (var (before, now) in _latest.Results.Zip(results).Where(pair => pair.First.IsWell != pair.Second.IsWell))
        {
            if (now.IsWell) _logger.LogInformation("Ready: {Check}", now.Name);
            else _logger.LogError("Not ready: {Check}: {Fault}", now.Name, now.Fault);
        }

        _latest = new(_time.GetTimestamp(), results);
    }

    private sealed record Findings(long At, IReadOnlyList<CheckResult> Results);
}
