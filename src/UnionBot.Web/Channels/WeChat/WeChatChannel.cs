using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>
/// Sends by custom message (客服消息). The platform itself says whether the person's window is open; what it refuses
/// for now goes out as a template message where the message has a short form and a template is set for it, and else is
/// told when they next write.
/// </summary>
internal sealed partial class WeChatChannel(
    WeChatClient client, NoticeTemplate template, SendMetrics metrics, TimeProvider time, ILogger<WeChatChannel> log) : IChannel
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Name => PushDelivery.Channel;

    public async Task<SendFate> SendAsync(ClaimedMessage message, CancellationToken ct)
    {
        var outcome = await client.CustomMessages.SendAsync(message.Address, new CustomText(message.Text), ct: ct);
        metrics.Count("custom", outcome);
        if (outcome.Kind is not (SendOutcomeKind.HoldUntilContact or SendOutcomeKind.StopBatch)) return FateOf(outcome, message);

        return template.TryFill(message, out var notice)
            ? await SendNoticeAsync(message, notice, outcome.ErrorCode, ct)
            : FateOf(outcome, message);
    }

    private async Task<SendFate> SendNoticeAsync(
        ClaimedMessage message, TemplateMessage notice, int refusal, CancellationToken ct)
    {
        var result = await client.Templates.SendAsync(notice, ct);
        metrics.Count("template", result.Outcome);
        LogNotice(log, message.Id, refusal, result.Outcome.Kind, result.Outcome.ErrorCode);
        return FateOf(result.Outcome, message) with { PlatformId = result.MsgId };
    }

    private SendFate FateOf(SendOutcome outcome, ClaimedMessage message) =>
        FateOf(outcome, message.Attempts) with { ErrorCode = outcome.ErrorCode == 0 ? null : outcome.ErrorCode };

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

    [LoggerMessage(LogLevel.Warning, "Message {MessageId}: no custom message was taken (errcode {Refusal}); as template message: {Kind} (errcode {ErrorCode})")]
    private static partial void LogNotice(ILogger log, long messageId, int refusal, SendOutcomeKind kind, int errorCode);
}
