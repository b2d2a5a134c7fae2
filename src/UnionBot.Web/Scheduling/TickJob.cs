using Quartz;
using UnionBot.Core.Jobs;

namespace UnionBot.Web.Scheduling;

/// <summary>What Quartz runs every second, on one of the hosts.</summary>
internal sealed class TickJob(JobTicker ticker, IHostApplicationLifetime lifetime) : Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await ticker.TickAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was at work has been given back; another host, or the next start, goes on.
        }
    }
}
