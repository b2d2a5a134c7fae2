using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels;

/// <summary>Sends what is due in the ledger and records what became of it.</summary>
internal sealed partial class OutboxSender(
    DueMessages due,
    SendBeginnings beginnings,
    SendOutcomes outcomes,
    IEnumerable<IChannel> channels,
    CallRate rate,
    SendingRules rules,
    TimeProvider time,
    ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendDueAsync(stoppingToken)) { }
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                // The database is gone; what was claimed keeps its lease. It is tried again with the next tick.
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
            }
        }
    }

    /// <returns>Whether more may be due.</returns>
    private async Task<bool> SendDueAsync(CancellationToken ct)
    {
        var claimed = await due.ClaimAsync(rules.ClaimAtOnce, ct);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = rules.AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(
            claimed.Messages.GroupBy(m => m.PersonId), atOnce, async (messages, token) =>
            {
                // What one person is told comes in its order.
                foreach (var message in messages) await SendAsync(message, token);
            });
        return claimed.MayHaveMore;
    }

    /// <summary>Once begun it is finished and recorded, also when the host is stopping: else nobody would know its fate.</summary>
    private async Task SendAsync(ClaimedMessage claimed, CancellationToken ct)
    {
        if (!_channels.TryGetValue(claimed.Channel, out var channel))
        {
            LogNoChannel(log, claimed.Id, claimed.Channel);
            return;
        }

        await rate.WaitAsync(claimed.Route, ct);
        if (await beginnings.BeginAsync(claimed) is not { } message)
        {
            await outcomes.LetGoAsync(claimed, ct);
            return;
        }

        var fate = await channel.SendAsync(message, CancellationToken.None);
        await outcomes.RecordAsync(message, fate, CancellationToken.None);
        LogSent(log, message.Id, message.PersonId.Value, message.Route, fate.Status, fate.ErrorCode);
    }

    [LoggerMessage(LogLevel.Warning, "Sending waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);

    // The account was taken out of the settings. What waits for it keeps its lease and is looked at again, until it expires.
    [LoggerMessage(LogLevel.Warning, "Message {MessageId} waits for channel {Channel}, which is not set up")]
    private static partial void LogNoChannel(ILogger log, long messageId, string channel);

    [LoggerMessage(LogLevel.Information, "Message {MessageId} to person {PersonId} by {Route}: {Status} (errcode {ErrorCode})")]
    private static partial void LogSent(
        ILogger log, long messageId, long personId, SendRoute route, OutboundStatus status, int? errorCode);
}
