using Quartz;
using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Scheduling;

/// <summary>Starts Quartz once the database is ready, which may be later than the host itself, and stops it with the host.</summary>
internal sealed class Scheduler(
    ISchedulerFactory factory, DatabasePreparation preparation, TimeProvider time, ILogger<Scheduler> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private IScheduler? _scheduler;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryStartAsync(stoppingToken)) await Task.Delay(Pause, time, stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is null) return;

        // Without its database Quartz tries for ever to give back what it has claimed; another host takes that over anyhow.
        var shutdown = _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask();
        await shutdown.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!shutdown.IsCompleted) logger.LogWarning("The scheduler did not stop in time; another host takes over what it has claimed");
    }

    private async Task<bool> TryStartAsync(CancellationToken ct)
    {
        if (!preparation.IsDone) return false;

        try
        {
            _scheduler = await factory.GetScheduler(ct);
            await _scheduler.Start(ct);
            return true;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The host stops before it was up. Quartz speaks of its store then, not of the cancellation.
            return true;
        }
        catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
        {
            logger.LogWarning("The scheduler cannot start yet: {Reason}", DatabaseFailure.ReasonOf(failure));
            return false;
        }
        catch (SchedulerException failure)
        {
            // A start that the database cut off leaves a scheduler behind that cannot be used; the next try makes another.
            logger.LogError(failure, "The scheduler could not start; tried again");
            return false;
        }
    }
}
