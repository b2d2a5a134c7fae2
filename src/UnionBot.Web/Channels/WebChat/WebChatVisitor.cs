using System.Buffers.Text;
using System.Security.Cryptography;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>
/// Who is writing on the page: a random 256-bit id in a cookie that no script and no other site can read. Whoever holds
/// the cookie holds the talk, so it ends after twelve hours or with 退出.
/// </summary>
internal static class WebChatVisitor
{
    private const string Cookie = "__Host-unionbot-chat";
    private const int IdBytes = 32;
    private const int IdLength = 43;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <returns>The visitor's id, or null when the request carries none that we could have made.</returns>
    public static string? Find(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: IdLength } id && Base64Url.IsValid(id) ? id : null;

    /// <summary>The visitor of this request; a new one gets the cookie with the response.</summary>
    public static string FindOrAdd(HttpContext http)
    {
        if (Find(http.Request) is { } known) return known;

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        http.Response.Cookies.Append(Cookie, id, Options(Lifetime));
        return id;
    }

    public static void Forget(HttpResponse response) => response.Cookies.Delete(Cookie, Options(null));

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
