using System.Text;

namespace UnionBot.WeChat.Api;

/// <summary>Mass sends (群发). An answer means queued; the end is reported by an event with the same id.</summary>
public sealed class MassApi
{
    private const int MostPeople = 10_000;
    private const int LongestClientMsgId = 32;

    private readonly ApiTransport _transport;

    internal MassApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <summary>Sends to everybody with a tag.</summary>
    /// <param name="tagId">Null = to all followers.</param>
    /// <param name="clientMsgId">Own id of the send, at most 32 bytes: the platform sends it once in 24 hours.</param>
    public Task<SendResult> SendToTagAsync(
        int? tagId, MassContent content, string clientMsgId, CancellationToken ct = default)
    {
        var body = Body(content);
        body["filter"] = tagId is null ? new { is_to_all = true } : new { is_to_all = false, tag_id = tagId };
        return SendAsync("/cgi-bin/message/mass/sendall", body, clientMsgId, ct);
    }

    /// <summary>Sends to 2 to 10,000 people. Every batch of one content needs an id of its own.</summary>
    public Task<SendResult> SendToPeopleAsync(
        IReadOnlyList<string> openIds, MassContent content, string clientMsgId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        if (openIds.Count is < 2 or > MostPeople)
        {
            throw new ArgumentException($"A mass send goes to 2 to {MostPeople} people, not {openIds.Count}.", nameof(openIds));
        }

        var body = Body(content);
        body["touser"] = openIds;
        return SendAsync("/cgi-bin/message/mass/send", body, clientMsgId, ct);
    }

    /// <summary>Shows it to one person beforehand; 100 a day.</summary>
    public Task<SendResult> PreviewAsync(string openId, MassContent content, CancellationToken ct = default)
    {
        var body = Body(content);
        body["touser"] = openId;
        return _transport.SendMessageAsync(ApiCall.Post("/cgi-bin/message/mass/preview", body), "msg_id", "msg_data_id", ct);
    }

    /// <summary>Where a send stands.</summary>
    public Task<ApiAnswer<MassStatus>> StatusAsync(string msgId, CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Post("/cgi-bin/message/mass/get", new { msg_id = msgId }) with { Repeatable = true, Kind = ApiKind.Account },
        answer => new MassStatus(Progress(answer.Text("msg_status"))),
        ct);

    /// <summary>Makes articles or a video of a send unreadable; texts cannot be taken back.</summary>
    /// <param name="articleIndex">Counted from 1; null = all.</param>
    public Task<SendOutcome> DeleteAsync(string msgId, int? articleIndex = null, CancellationToken ct = default)
    {
        var body = new { msg_id = msgId, article_idx = articleIndex ?? 0 };
        var call = ApiCall.Post("/cgi-bin/message/mass/delete", body) with { Repeatable = true, Kind = ApiKind.Account };
        return _transport.CallAsync(call, ct);
    }

    private Task<SendResult> SendAsync(
        string path, Dictionary<string, object> body, string clientMsgId, CancellationToken ct)
    {
        // Without an own id the platform makes one of the content and takes the second batch for a repetition.
        if (string.IsNullOrEmpty(clientMsgId) || Encoding.UTF8.GetByteCount(clientMsgId) > LongestClientMsgId)
        {
            throw new ArgumentException($"The client id must have 1 to {LongestClientMsgId} bytes.", nameof(clientMsgId));
        }

        body["clientmsgid"] = clientMsgId;
        var call = ApiCall.Post(path, body) with { Repeatable = true, Kind = ApiKind.List };
        return _transport.SendMessageAsync(call, "msg_id", "msg_data_id", ct);
    }

    private static Dictionary<string, object> Body(MassContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var body = new Dictionary<string, object> { ["msgtype"] = content.Type, [content.Type] = content.Content };
        if (content is MassArticles articles) body["send_ignore_reprint"] = articles.SendIfReprint ? 1 : 0;
        return body;
    }

    private static MassProgress Progress(string status) => status switch
    {
        "SENDING" => MassProgress.Sending,
        "SEND_SUCCESS" => MassProgress.Sent,
        "SEND_FAIL" => MassProgress.Failed,
        "DELETE" => MassProgress.Deleted,
        _ => MassProgress.Other,
    };
}

/// <summary>Where a mass send stands.</summary>
public sealed record MassStatus(MassProgress Progress);

/// <summary>How far a mass send has come.</summary>
public enum MassProgress
{
    /// <summary>A word we do not know.</summary>
    Other,
    Sending,
    Sent,
    Failed,
    Deleted,
}
