using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>Makes calls with the shared token: at most one new token and one second attempt, never more.</summary>
internal sealed class ApiTransport(ApiSender sender, AccessTokenSource tokens)
{
    public async Task<ApiAnswer<T>> CallAsync<T>(ApiCall call, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        using var answer = await SendAsync(call, ct);
        if (!answer.Outcome.Succeeded) return new ApiAnswer<T>(answer.Outcome, null);

        var value = read(answer.Body);
        return new ApiAnswer<T>(value is null ? ErrorTable.NoAnswer(reached: true, call.Repeatable) : answer.Outcome, value);
    }

    public async Task<SendOutcome> CallAsync(ApiCall call, CancellationToken ct)
    {
        using var answer = await SendAsync(call, ct);
        return answer.Outcome;
    }

    /// <summary>A send and the ids the platform gave it, also when it was sent before.</summary>
    public async Task<SendResult> SendMessageAsync(
        ApiCall call, string msgId, string msgDataId, CancellationToken ct)
    {
        using var answer = await SendAsync(call, ct);
        return new SendResult(answer.Outcome, answer.Body.TextOrNull(msgId), answer.Body.TextOrNull(msgDataId));
    }

    public async Task<RawAnswer> SendAsync(ApiCall call, CancellationToken ct)
    {
        var current = await tokens.CurrentAsync(ct);
        if (current.Token is not { } token) return NoToken(current);

        var first = await sender.SendAsync(call, token, ct);
        if (!RefusesToken(first.Outcome)) return first;

        var next = await tokens.InsteadOfAsync(token, ct);
        first.Dispose();
        return next.Token is { } fresh ? await sender.SendAsync(call, fresh, ct) : NoToken(next);
    }

    /// <summary>As <see cref="SendAsync"/>, for answers that are not JSON.</summary>
    public async Task<ApiAnswer<T>> OpenAsync<T>(
        ApiCall call, Func<HttpResponseMessage, CancellationToken, Task<ApiAnswer<T>>> read, CancellationToken ct)
        where T : class
    {
        var current = await tokens.CurrentAsync(ct);
        if (current.Token is not { } token) return new ApiAnswer<T>(current.Failure!, null);

        var first = await OpenOnceAsync(call, token, read, ct);
        if (!RefusesToken(first.Outcome)) return first;

        var next = await tokens.InsteadOfAsync(token, ct);
        return next.Token is { } fresh
            ? await OpenOnceAsync(call, fresh, read, ct)
            : new ApiAnswer<T>(next.Failure!, null);
    }

    private async Task<ApiAnswer<T>> OpenOnceAsync<T>(
        ApiCall call,
        AccessToken token,
        Func<HttpResponseMessage, CancellationToken, Task<ApiAnswer<T>>> read,
        CancellationToken ct)
        where T : class
    {
        var (response, outcome) = await sender.OpenAsync(call, token, ct);
        return response is null ? new ApiAnswer<T>(outcome, null) : await read(response, ct);
    }

    private static bool RefusesToken(SendOutcome outcome) => outcome.ErrorCode is 40001 or 40014 or 42001;

    private static RawAnswer NoToken(TokenAnswer answer) => new(answer.Failure!, null);
}
