using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Tokens;

/// <summary>/cgi-bin/token and /cgi-bin/stable_token.</summary>
internal sealed class TokenApi(TokenOffice office, SandboxOptions options)
{
    public void Map(PlatformRoutes routes)
    {
        routes.GetWithoutToken("/cgi-bin/token", Issue);
        routes.PostWithoutToken("/cgi-bin/stable_token", IssueStable);
    }

    private object Issue(PlatformCall call)
    {
        CheckAccount(call.Query("appid"), call.Query("secret"), call.Query("grant_type"));
        return Answer(office.IssuePlain());
    }

    private object IssueStable(PlatformCall call)
    {
        CheckAccount(call.Text("appid"), call.Text("secret"), call.Text("grant_type"));
        return Answer(office.IssueStable(call.Body.Flag("force_refresh")));
    }

    private object Answer(IssuedToken token) =>
        new { access_token = token.Value, expires_in = office.SecondsLeft(token) };

    private void CheckAccount(string appId, string secret, string grantType)
    {
        if (appId.Length == 0) throw new PlatformRefusal(41002, "appid missing");
        if (secret.Length == 0) throw new PlatformRefusal(41004, "appsecret missing");
        if (appId != options.AppId) throw new PlatformRefusal(40013, "invalid appid");
        if (grantType != "client_credential") throw new PlatformRefusal(40002, "invalid grant_type");
        if (secret != options.AppSecret) throw new PlatformRefusal(40125, "invalid appsecret");
    }
}
