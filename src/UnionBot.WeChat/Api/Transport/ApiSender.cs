using System.Net;

namespace UnionBot.WeChat.Api;

/// <summary>Sends one request and turns everything that can go wrong on the way into an outcome.</summary>
internal sealed class ApiSender(HttpClient http, WeChatApiOptions options, TimeProvider time)
{
    public async Task<RawAnswer> SendAsync(ApiCall call, AccessToken? token, CancellationToken ct)
    {
        using var limit = Limit(call, ct);
        try
        {
            using var request = Request(call, token);
            using var response = await http.SendAsync(request, limit.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return Readable(response.StatusCode)
                ? AnswerParser.Parse(bytes, call)
                : new RawAnswer(ErrorTable.NoAnswer(reached: true, call.Repeatable), null);
        }
        catch (Exception lost) when (IsLost(lost, ct))
        {
            return new RawAnswer(ErrorTable.NoAnswer(Reached(lost, limit), call.Repeatable), null);
        }
    }

    /// <summary>Sends and leaves the body to the caller; null when no answer came.</summary>
    public async Task<(HttpResponseMessage? Response, SendOutcome Outcome)> OpenAsync(
        ApiCall call, AccessToken token, CancellationToken ct)
    {
        using var limit = Limit(call, ct);
        try
        {
            using var request = Request(call, token);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (Readable(response.StatusCode)) return (response, SendOutcome.Sent);

            response.Dispose();
            return (null, ErrorTable.NoAnswer(reached: true, call.Repeatable));
        }
        catch (Exception lost) when (IsLost(lost, ct))
        {
            return (null, ErrorTable.NoAnswer(Reached(lost, limit), call.Repeatable));
        }
    }

    /// <summary>True for what the network does to us, false for what the caller asked for and for bugs.</summary>
    internal static bool IsLost(Exception exception, CancellationToken ct) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    private static bool Reached(Exception lost, LinkedLimit limit) => lost switch
    {
        HttpRequestException refused => refused.HttpRequestError is not
            (HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError),

        // The handler's own limit, for opening a connection; ours would have ended the call by its token.
        OperationCanceledException { InnerException: TimeoutException } => limit.Token.IsCancellationRequested,
        _ => true,
    };

    // All true answers come with 200; anything else is a gateway on the way.
    private static bool Readable(HttpStatusCode status) => status is HttpStatusCode.OK;

    private LinkedLimit Limit(ApiCall call, CancellationToken ct) => new(options.Timeout * call.Patience, time, ct);

    private HttpRequestMessage Request(ApiCall call, AccessToken? token)
    {
        var joint = call.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var path = token is null ? call.Path : $"{call.Path}{joint}access_token={Uri.EscapeDataString(token.Value)}";
        return new HttpRequestMessage(call.Method, new Uri(options.BaseAddress, path))
        {
            Content = call.NewContent?.Invoke(),
        };
    }
}
