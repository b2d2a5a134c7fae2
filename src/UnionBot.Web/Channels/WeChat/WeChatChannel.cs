using UnionBot.Core.Messaging;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Sends by the way that the ledger has chosen: custom message (客服消息), template message, subscription notice or preview (群发预览).</summary>
internal sealed class WeChatChannel(WeChatClient client, ShortForms forms, SendMetrics metrics) : IChannel
{
    public string Name => PushDelivery.Channel;

    public Task<SendFate> SendAsync(ClaimedMessage message, CancellationToken ct) => message.Route switch
    {
        SendRoute.Custom => SendCustomAsync(message, ct),
        SendRoute.Template => SendTemplateAsync(message, ct),
        SendRoute.Notice => SendNoticeAsync(message, ct),
        SendRoute.Preview => ShowAsync(message, ct),
        _ => throw new InvalidOperationException($"Unknown way {message.Route}."),
    };

    private async Task<SendFate> SendCustomAsync(ClaimedMessage message, CancellationToken ct)
    {
        var outcome = await client.CustomMessages.SendAsync(message.Address, new CustomText(message.Text), ct: ct);
        metrics.Count("custom", outcome);
        return SendFates.Of(outcome, message);
    }

    private async Task<SendFate> SendTemplateAsync(ClaimedMessage message, CancellationToken ct)
    {
        var result = await client.Templates.SendAsync(forms.Template(message), ct);
        metrics.Count("template", result.Outcome);
        return SendFates.Of(result.Outcome, message) with { PlatformId = result.MsgId };
    }

    // Nothing reports of it later, so its id is not kept.
    private async Task<SendFate> ShowAsync(ClaimedMessage message, CancellationToken ct)
    {
        var result = await client.MassSends.PreviewAsync(message.Address, new MassArticles(ShortForms.DraftIn(message)), ct);
        metrics.Count("preview", result.Outcome);
        return SendFates.Of(result.Outcome, message);
    }

    private async Task<SendFate> SendNoticeAsync(ClaimedMessage message, CancellationToken ct)
    {
        var result = await client.Templates.SendNoticeAsync(forms.Notice(message), ct);
        metrics.Count("notice", result.Outcome);
        return SendFates.Of(result.Outcome, message) with { PlatformId = result.MsgId };
    }
}
