using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace UnionBot.Core.Jobs;

/// <summary>Ticks on real time and lets run what the business clock has made due.</summary>
internal sealed partial class JobTicker(JobRunner runner, TimeProvider time, ILogger<JobTicker> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TickAsync(stoppingToken);
    }

    private async Task TickAsync(CancellationToken ct)
    {
        try
        {
            await runner.RunDueAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database may be gone for a while; the ticker must live on.
            LogNoTick(log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is due could not be asked; asked again in a second")]
    private static partial void LogNoTick(ILogger log, Exception e);
}
