using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels;

/// <summary>Takes up what a crash left unanswered, and makes next month's partitions in good time.</summary>
internal sealed partial class InboxSweep(
    UnansweredMessages unanswered,
    MessagePartitions partitions,
    BusinessClock clock,
    TimeProvider time,
    ILogger<InboxSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);

        // At the start and after the database was gone there are messages that nobody has in hand any more. They are taken up
        // at once: what their people write next must not be answered before them.
        var olderThan = TimeSpan.Zero;
        do
        {
            try
            {
                await partitions.EnsureAsync(clock.GetUtcNow(), stoppingToken);
                await partitions.EnsureAsync(clock.GetUtcNow().AddMonths(1), stoppingToken);
                var found = await unanswered.TakeUpAsync(olderThan, stoppingToken);
                olderThan = UnansweredMessages.Patience;
                if (found > 0) LogTakenUp(log, found);
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
                olderThan = TimeSpan.Zero;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Took up {Count} messages that were kept and left unanswered")]
    private static partial void LogTakenUp(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "The sweep of the inbox waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);
}
