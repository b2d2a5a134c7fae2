using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>The one call that gets a token (stable_token); it needs the secret and no token.</summary>
internal sealed class StableTokenCall(ApiSender sender, WeChatApiOptions options, TimeProvider time)
{
    // The old token lives five minutes longer than its last second, so a small margin is enough.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    public async Task<TokenAnswer> SendAsync(bool force, CancellationToken ct)
    {
        var call = ApiCall.Post("/cgi-bin/stable_token", new
        {
            grant_type = "client_credential",
            appid = options.AppId,
            secret = options.AppSecret,
            force_refresh = force,
        }) with
        { Repeatable = true, Kind = ApiKind.Account };

        var sentAt = time.GetUtcNow();
        using var answer = await sender.SendAsync(call, token: null, ct);
        if (!answer.Outcome.Succeeded) return new TokenAnswer(null, answer.Outcome);

        return Token(answer.Body, sentAt) is { } token
            ? new TokenAnswer(token, null)
            : new TokenAnswer(null, ErrorTable.NoAnswer(reached: false, repeatable: true));
    }

    private static AccessToken? Token(JsonElement body, DateTimeOffset sentAt)
    {
        if (body.Text("access_token") is not { Length: > 0 } value || body.Number("expires_in") is not { } seconds) return null;

        var remaining = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) - Margin;
        return new AccessToken(value, sentAt + (remaining < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : remaining));
    }
}
