using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Web.Channels.WeChat.Events;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Brings each kind of push to where it belongs.</summary>
internal sealed partial class PushHandler(
    Inbox inbox, PushEvents events, UnreadablePushes unreadable, TimeProvider time, ILogger<PushHandler> log)
{
    /// <summary>The platform hangs up after five seconds, and delivers again what was not acknowledged.</summary>
    private static readonly TimeSpan LongestEvent = TimeSpan.FromSeconds(4);

    public async Task<InboxAnswer> HandleAsync(Push push, CancellationToken ct)
    {
        if (!MessagePartitions.Accepts(push.CreatedAt))
        {
            await RecordAsync("time outside 2020 to 2099", ct);
            return new InboxAnswer.Silence();
        }

        if (PushDelivery.Of(push) is { } delivery) return await inbox.ReceiveAsync(delivery, ct);
        if (push is not UnknownPush) return await TakeAsync(push, ct);

        await RecordAsync("unknown type", ct);
        return new InboxAnswer.Silence();
    }

    /// <summary>Records that a signed push could not be read. Its content is not kept: nobody knows what it holds.</summary>
    public Task RecordAsync(MalformedReason reason, CancellationToken ct) => RecordAsync(reason.ToString(), ct);

    /// <summary>An event is acknowledged once it has been dealt with; nothing is answered to it.</summary>
    private async Task<InboxAnswer> TakeAsync(Push push, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(LongestEvent, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await events.TakeAsync(push, limit.Token);
            return new InboxAnswer.Silence();
        }
        catch (Exception e) when (DatabaseFailure.IsBehind(e))
        {
            LogNotTaken(log, push.GetType().Name, DatabaseFailure.ReasonOf(e));
            return new InboxAnswer.NotKept();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogNotTaken(log, push.GetType().Name, "no answer in time");
            return new InboxAnswer.NotKept();
        }
    }

    private async Task RecordAsync(string reason, CancellationToken ct)
    {
        LogUnreadable(log, reason);
        await unreadable.RecordAsync(PushDelivery.Channel, reason, ct);
    }

    [LoggerMessage(LogLevel.Error, "An event of kind {Kind} could not be dealt with ({Reason}); the platform will deliver it again")]
    private static partial void LogNotTaken(ILogger log, string kind, string reason);

    [LoggerMessage(LogLevel.Warning, "Recorded a push that cannot be handled: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string reason);
}
