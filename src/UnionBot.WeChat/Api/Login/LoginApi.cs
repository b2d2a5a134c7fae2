using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>How much a login on a page asks for.</summary>
public enum LoginScope
{
    /// <summary>Only the openid; nothing is asked.</summary>
    Base,

    /// <summary>Also name and picture; only after a tap of the person, or the platform shows an unbound snapshot.</summary>
    UserInfo,
}

/// <summary>Who logged in on a page (OAuth2).</summary>
/// <param name="IsSnapshot">The openid belongs to nobody, since the page was only looked at: never bind a member to it.</param>
public sealed record LoginGrant(
    string OpenId, string? UnionId, string Scope, bool IsSnapshot, LoginToken Access, string RefreshToken)
{
    public override string ToString() => nameof(LoginGrant);
}

/// <summary>The credential of one login; not that of the account.</summary>
public sealed record LoginToken(string Value, TimeSpan ValidFor)
{
    public override string ToString() => nameof(LoginToken);
}

/// <summary>What a person let a page know.</summary>
public sealed record LoginProfile(string OpenId, string? UnionId, string Nickname, string PictureUrl)
{
    public override string ToString() => nameof(LoginProfile);
}

/// <summary>Login on pages inside WeChat (网页授权); independent of the account's token.</summary>
public sealed class LoginApi
{
    private readonly ApiSender _sender;
    private readonly WeChatApiOptions _options;

    internal LoginApi(ApiSender sender, WeChatApiOptions options)
    {
        (_sender, _options) = (sender, options);
    }

    /// <summary>Where to send the browser; the order of the parameters matters to the platform.</summary>
    /// <param name="returnTo">On the registered domain.</param>
    /// <param name="state">1 to 128 letters and digits, bound to the session.</param>
    public Uri AuthorizeAddress(Uri returnTo, LoginScope scope, string state)
    {
        ArgumentNullException.ThrowIfNull(returnTo);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Length is < 1 or > 128 || !state.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("The state has 1 to 128 letters and digits.", nameof(state));
        }

        var name = scope is LoginScope.Base ? "snsapi_base" : "snsapi_userinfo";
        return new Uri(
            $"https://open.weixin.qq.com/connect/oauth2/authorize?appid={_options.AppId}"
            + $"&redirect_uri={Uri.EscapeDataString(returnTo.AbsoluteUri)}&response_type=code"
            + $"&scope={name}&state={state}#wechat_redirect");
    }

    /// <summary>Changes the code that came back, once and within five minutes, into who it is.</summary>
    public Task<ApiAnswer<LoginGrant>> ExchangeCodeAsync(string code, CancellationToken ct = default) => CallAsync(
        $"/sns/oauth2/access_token?appid={_options.AppId}&secret={Uri.EscapeDataString(_options.AppSecret)}"
        + $"&code={Uri.EscapeDataString(code)}&grant_type=authorization_code",
        repeatable: false,
        ReadGrant,
        ct);

    public Task<ApiAnswer<LoginGrant>> RefreshAsync(string refreshToken, CancellationToken ct = default) => CallAsync(
        $"/sns/oauth2/refresh_token?appid={_options.AppId}&grant_type=refresh_token"
        + $"&refresh_token={Uri.EscapeDataString(refreshToken)}",
        repeatable: true,
        ReadGrant,
        ct);

    public Task<ApiAnswer<LoginProfile>> ProfileAsync(LoginGrant grant, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return CallAsync(
            $"/sns/userinfo?access_token={Uri.EscapeDataString(grant.Access.Value)}"
            + $"&openid={Uri.EscapeDataString(grant.OpenId)}&lang=zh_CN",
            repeatable: true,
            answer => answer.TextOrNull("openid") is { } openId
                ? new LoginProfile(
                    openId, answer.TextOrNull("unionid"), answer.Text("nickname"), answer.Text("headimgurl"))
                : null,
            ct);
    }

    /// <summary>True when only another visit to <see cref="AuthorizeAddress"/> helps; go there once, not in a circle.</summary>
    public static bool MustStartAgain(SendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.ErrorCode is 40029 or 40163 or 41008 or 42003 or 40030 or 42002 or 42007
            || outcome.Kind is SendOutcomeKind.Unknown;
    }

    private async Task<ApiAnswer<T>> CallAsync<T>(
        string path, bool repeatable, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        var call = ApiCall.Get(path) with { Repeatable = repeatable };
        using var answer = await _sender.SendAsync(call, token: null, ct);
        if (!answer.Outcome.Succeeded) return new ApiAnswer<T>(answer.Outcome, null);

        var value = read(answer.Body);
        return new ApiAnswer<T>(value is null ? ErrorTable.NoAnswer(reached: true, repeatable) : answer.Outcome, value);
    }

    private static LoginGrant? ReadGrant(JsonElement answer) =>
        answer.TextOrNull("openid") is { } openId
            ? new LoginGrant(
                openId,
                answer.TextOrNull("unionid"),
                answer.Text("scope"),
                answer.Number("is_snapshotuser") == 1,
                new LoginToken(answer.Text("access_token"), TimeSpan.FromSeconds(answer.Count("expires_in"))),
                answer.Text("refresh_token"))
            : null;
}
