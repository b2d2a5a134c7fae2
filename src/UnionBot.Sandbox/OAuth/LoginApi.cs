using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.OAuth;

/// <summary>/sns/…: what the bot's server asks after the browser came back with a code.</summary>
internal sealed class LoginApi(LoginBook logins, FollowerDirectory followers, SandboxOptions options)
{
    public void Map(PlatformRoutes routes)
    {
        routes.GetWithoutToken("/sns/oauth2/access_token", Exchange);
        routes.GetWithoutToken("/sns/oauth2/refresh_token", Refresh);
        routes.GetWithoutToken("/sns/userinfo", ShowUser);
        routes.GetWithoutToken("/sns/auth", call =>
        {
            Own(call);
            return PlatformJson.Ok;
        });
    }

    private object Exchange(PlatformCall call)
    {
        if (call.Query("appid") != options.AppId) throw new PlatformRefusal(40013, "invalid appid");
        if (call.Query("secret") != options.AppSecret) throw new PlatformRefusal(40125, "invalid appsecret");
        if (call.Query("grant_type") != "authorization_code") throw new PlatformRefusal(40002, "invalid grant_type");
        if (call.Query("code").Length == 0) throw new PlatformRefusal(41008, "missing code");

        var grant = logins.UseCode(call.Query("code"));
        return Answer(grant, logins.NewRefreshToken(grant));
    }

    private object Refresh(PlatformCall call)
    {
        if (call.Query("appid") != options.AppId) throw new PlatformRefusal(40013, "invalid appid");
        if (call.Query("grant_type") != "refresh_token") throw new PlatformRefusal(40002, "invalid grant_type");

        return Answer(logins.CheckRefresh(call.Query("refresh_token")), call.Query("refresh_token"));
    }

    private object Answer(LoginGrant grant, string refreshToken) => new
    {
        access_token = logins.NewToken(grant),
        expires_in = LoginBook.TokenSeconds,
        refresh_token = refreshToken,
        openid = followers.OpenId(grant.Follower),
        scope = grant.Scope,
    };

    private object ShowUser(PlatformCall call)
    {
        var grant = Own(call);
        if (grant.Scope != LoginPage.UserInfo) throw new PlatformRefusal(48001, "api unauthorized");

        return new
        {
            openid = call.Query("openid"),
            nickname = followers.NameOf(grant.Follower),
            sex = 0,
            province = "",
            city = "",
            country = "",
            headimgurl = "",
            privilege = Array.Empty<string>(),
        };
    }

    private LoginGrant Own(PlatformCall call)
    {
        var grant = logins.Check(call.Query("access_token"));
        return followers.OpenId(grant.Follower) == call.Query("openid") ? grant : throw PlatformRefusal.InvalidOpenId();
    }
}
