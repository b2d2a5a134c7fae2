namespace UnionBot.WeChat.Api;

/// <summary>Template messages and subscription notices.</summary>
public sealed class TemplateApi
{
    private readonly ApiTransport _transport;

    internal TemplateApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <summary>Sends a template message; its delivery is reported by an event with the same id.</summary>
    public Task<SendResult> SendAsync(TemplateMessage message, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var call = ApiCall.Post("/cgi-bin/message/template/send", new
        {
            touser = message.ToUser,
            template_id = message.TemplateId,
            url = message.Url,
            miniprogram = Page(message.MiniProgram),
            client_msg_id = message.ClientMsgId,
            data = Values(message.Data),
        });

        return _transport.SendMessageAsync(
            call with { Repeatable = message.ClientMsgId is not null }, "msgid", "msg_data_id", ct);
    }

    /// <summary>Sends a subscription notice; the platform gives no id and recognises no repetition.</summary>
    public Task<SendResult> SendNoticeAsync(NoticeMessage message, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var call = ApiCall.Post("/cgi-bin/message/subscribe/bizsend", new
        {
            touser = message.ToUser,
            template_id = message.TemplateId,
            page = message.Page,
            miniprogram = Page(message.MiniProgram),
            data = Values(message.Data),
        });

        return _transport.SendMessageAsync(call, "msgid", "msg_data_id", ct);
    }

    private static object? Page(MiniProgramPage? page) =>
        page is null ? null : new { appid = page.AppId, pagepath = page.PagePath };

    private static Dictionary<string, object> Values(IReadOnlyDictionary<string, string> data) =>
        data.ToDictionary(pair => pair.Key, object (pair) => new { value = pair.Value });
}
