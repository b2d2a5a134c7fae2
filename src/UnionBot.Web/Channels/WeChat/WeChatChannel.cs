using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>
/// Sends by custom message (客服消息). The platform itself says whether the person's window is open; what it refuses
/// for now is told when they next write.
/// </summary>
internal sealed class WeChatChannel(WeChatClient client, TimeProvider time) : IChannel
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Name => PushDelivery.Channel;

    public async Task<SendFate> SendAsync(ClaimedMessage message, CancellationToken ct)
    {
        var outcome = await client.CustomMessages.SendAsync(message.Address, new CustomText(message.Text), ct: ct);
        return FateOf(outcome, message.Attempts) with { ErrorCode = outcome.ErrorCode == 0 ? null : outcome.ErrorCode };
    }

    private SendFate FateOf(SendOutcome outcome, int attempts) => outcome.Kind switch
    {
        SendOutcomeKind.Sent or SendOutcomeKind.AlreadySent => new SendFate(OutboundStatus.Accepted),
        SendOutcomeKind.RetryLater when attempts > outcome.MostRetries => new SendFate(OutboundStatus.HeldForContact),
        SendOutcomeKind.RetryLater => new SendFate(OutboundStatus.Queued, outcome.RetryAfter ?? UsualPause * attempts),
        SendOutcomeKind.NextMinute => new SendFate(OutboundStatus.Queued, Minute),
        SendOutcomeKind.UntilTomorrow => new SendFate(OutboundStatus.Queued, UntilMidnight()),
        SendOutcomeKind.HoldUntilContact => new SendFate(OutboundStatus.HeldForContact),

        // Somebody has to mend the account first; the person is told with their next message at the latest.
        SendOutcomeKind.Misconfigured => new SendFate(OutboundStatus.HeldForContact),
        SendOutcomeKind.Unknown => new SendFate(OutboundStatus.Unknown),
        _ => new SendFate(OutboundStatus.Failed),
    };

    /// <summary>The platform's day begins at 00:00 in China.</summary>
    private TimeSpan UntilMidnight()
    {
        var china = time.GetUtcNow().ToOffset(UnionCalendar.ChinaOffset);
        return china.Date.AddDays(1) - china.DateTime;
    }
}
