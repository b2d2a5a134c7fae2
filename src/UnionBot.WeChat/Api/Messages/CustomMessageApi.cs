namespace UnionBot.WeChat.Api;

/// <summary>Custom messages (客服消息) and the typing state.</summary>
public sealed class CustomMessageApi
{
    private readonly ApiTransport _transport;

    internal CustomMessageApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <summary>Sends to one person. The platform gives no id and recognises no repetition: a lost answer is unknown.</summary>
    /// <param name="kfAccount">The member of staff shown as the sender; null = the account.</param>
    public Task<SendOutcome> SendAsync(
        string openId, CustomMessage message, string? kfAccount = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = new Dictionary<string, object>
        {
            ["touser"] = openId,
            ["msgtype"] = message.Type,
            [message.Type] = message.Content,
        };
        if (kfAccount is not null) body["customservice"] = new { kf_account = kfAccount };

        return _transport.CallAsync(ApiCall.Post("/cgi-bin/message/custom/send", body), ct);
    }

    /// <summary>Shows or hides "typing" for up to 15 seconds, within 30 seconds of the person's last contact.</summary>
    public Task<SendOutcome> ShowTypingAsync(string openId, bool typing, CancellationToken ct = default)
    {
        var body = new { touser = openId, command = typing ? "Typing" : "CancelTyping" };
        return _transport.CallAsync(ApiCall.Post("/cgi-bin/message/custom/typing", body) with { Repeatable = true }, ct);
    }
}
