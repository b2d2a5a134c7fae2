using Microsoft.Extensions.Logging;
using UnionBot.Core.Jobs.Queue;

namespace UnionBot.Core.Jobs;

/// <summary>Lets run what has become due. The host's scheduler calls it every second, on one host or another.</summary>
public sealed partial class JobTicker
{
    private readonly JobRunner _jobs;
    private readonly QueueRunner _queue;
    private readonly ILogger<JobTicker> _log;

    internal JobTicker(JobRunner jobs, QueueRunner queue, ILogger<JobTicker> log) => (_jobs, _queue, _log) = (jobs, queue, log);

    /// <summary>Several ticks may go on at once, also on one host: what is being run is passed over.</summary>
    /// <exception cref="OperationCanceledException">This host stops; what it was at is left to the others.</exception>
    public async Task TickAsync(CancellationToken ct)
    {
        try
        {
            await _queue.RunDueAsync(ct);
            await _jobs.RunDueAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database may be gone for a while; the ticks must go on.
            LogNoTick(_log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is due could not be asked; asked again in a second")]
    private static partial void LogNoTick(ILogger log, Exception e);
}
