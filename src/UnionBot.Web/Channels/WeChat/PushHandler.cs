using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Brings each kind of push to where it belongs.</summary>
internal sealed partial class PushHandler(
    Inbox inbox, Followers followers, UnreadablePushes unreadable, ILogger<PushHandler> log)
{
    public async Task<InboxAnswer> HandleAsync(Push push, CancellationToken ct)
    {
        if (!MessagePartitions.Accepts(push.CreatedAt))
        {
            await RecordAsync("time outside 2020 to 2099", ct);
            return new InboxAnswer.Silence();
        }

        if (PushDelivery.Of(push) is { } delivery) return await inbox.ReceiveAsync(delivery, ct);

        switch (push)
        {
            case UnsubscribeEvent:
                await followers.UnfollowAsync(PushDelivery.Channel, push.FromUser, push.CreatedAt, ct);
                break;
            case UnknownPush:
                await RecordAsync("unknown type", ct);
                break;
            default:
                LogNoted(log, push.GetType().Name);
                break;
        }

        return new InboxAnswer.Silence();
    }

    /// <summary>Records that a signed push could not be read. Its content is not kept: nobody knows what it holds.</summary>
    public Task RecordAsync(MalformedReason reason, CancellationToken ct) => RecordAsync(reason.ToString(), ct);

    private async Task RecordAsync(string reason, CancellationToken ct)
    {
        LogUnreadable(log, reason);
        await unreadable.RecordAsync(PushDelivery.Channel, reason, ct);
    }

    [LoggerMessage(LogLevel.Information, "Noted a push of kind {Kind}")]
    private static partial void LogNoted(ILogger log, string kind);

    [LoggerMessage(LogLevel.Warning, "Recorded a push that cannot be handled: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string reason);
}
