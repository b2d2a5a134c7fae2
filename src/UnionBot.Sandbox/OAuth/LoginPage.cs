using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.OAuth;

/// <summary>
/// The page on which WeChat's browser asks for consent and goes back with a code. Whose phone it is, a cookie says that
/// the phone page sets; <c>openid=</c> in the address says it for tests.
/// </summary>
internal static class LoginPage
{
    public const string UserInfo = "snsapi_userinfo";

    private const string Base = "snsapi_base";
    private const string Cookie = "sandbox-phone";

    public static void MapLoginPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connect/oauth2/authorize", Authorize);
        routes.MapGet("/sandbox/open", Open);
    }

    /// <summary>Opens an address in the phone's browser.</summary>
    private static IResult Open(string openid, string url, HttpContext http)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Results.BadRequest(new { error = "url is no http address." });

        http.Response.Cookies.Append(
            Cookie, openid, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.Redirect(url);
    }

    private static IResult Authorize(
        HttpContext http,
        FollowerDirectory followers,
        LoginBook logins,
        SandboxOptions options,
        [AsParameters] Wish wish)
    {
        if (wish.AppId != options.AppId || wish.ResponseType != "code" || wish.Scope is not (Base or UserInfo)
            || !Uri.TryCreate(wish.RedirectUri, UriKind.Absolute, out _))
        {
            return Page("<h1>请求错误 10003</h1><p>redirect_uri 域名与后台配置不一致，或参数不正确。</p>");
        }

        var follower = followers.Find(wish.OpenId ?? http.Request.Cookies[Cookie]);
        if (follower is not { } person) return AskWho(http, followers);
        if (wish.Scope == UserInfo && wish.Consent != "yes")
            return AskConsent(http, followers.NameOf(person), options.AccountName);

        var back = new Dictionary<string, string?>
        {
            ["code"] = logins.NewCode(person, wish.Scope),
            ["state"] = wish.State ?? "",
        };
        return Results.Redirect(QueryHelpers.AddQueryString(wish.RedirectUri, back));
    }

    private static IResult AskConsent(HttpContext http, string name, string account)
    {
        var yes = Encode(QueryHelpers.AddQueryString(Address(http), "consent", "yes"));
        return Page(
            $"<h1>{Encode(account)}</h1><p>申请使用 {Encode(name)} 的昵称和头像</p><a class=\"yes\" href=\"{yes}\">允许</a>");
    }

    private static IResult AskWho(HttpContext http, FollowerDirectory followers)
    {
        var links = followers.Search(null).Take(20).Select(person =>
        {
            var address = QueryHelpers.AddQueryString(Address(http), "openid", followers.OpenId(person));
            return $"<a href=\"{Encode(address)}\">{Encode(followers.NameOf(person))}</a>";
        });
        return Page($"<h1>这是谁的手机？</h1>{string.Concat(links)}");
    }

    private static string Address(HttpContext http) => http.Request.Path + http.Request.QueryString;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Page(string body) => Results.Text(
        $$"""
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>微信登录（模拟）</title>
        <style>
          body { font: 17px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; text-align: center }
          body { max-width: 360px; margin: 18vh auto; padding: 0 24px }
          h1 { font-size: 20px } p { color: #666 }
          a { display: block; margin: 10px 0; padding: 10px; border-radius: 8px }
          a { background: #f2f2f2; color: #191919; text-decoration: none }
          a.yes { background: #07c160; color: #fff }
        </style>{{body}}</html>
        """,
        "text/html; charset=utf-8");

    /// <param name="Consent">yes once the person allowed it.</param>
    internal sealed record Wish(
        [FromQuery(Name = "appid")] string? AppId,
        [FromQuery(Name = "redirect_uri")] string? RedirectUri,
        [FromQuery(Name = "response_type")] string? ResponseType,
        [FromQuery(Name = "scope")] string? Scope,
        [FromQuery(Name = "state")] string? State,
        [FromQuery(Name = "openid")] string? OpenId,
        [FromQuery(Name = "consent")] string? Consent);
}
