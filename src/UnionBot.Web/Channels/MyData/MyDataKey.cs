namespace UnionBot.Web.Channels.MyData;

/// <summary>The key for the download, in a cookie that no script and no other site can read.</summary>
internal static class MyDataKey
{
    private const string Cookie = "__Host-unionbot-my-data";

    public static string? Find(HttpRequest request) => request.Cookies[Cookie];

    /// <summary>Until the browser is closed; the link is over sooner.</summary>
    public static void Keep(HttpResponse response, string key) => response.Cookies.Append(Cookie, key, Options());

    public static void Forget(HttpResponse response) => response.Cookies.Delete(Cookie, Options());

    private static CookieOptions Options() => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
