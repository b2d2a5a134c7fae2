namespace UnionBot.Web.Console.Shared;

/// <summary>Holds the token of a session in the browser, where no script and no other site can read it.</summary>
internal static class StaffCookie
{
    private const string Name = "unionbot-staff";
    private const int Length = 43;

    public static string? Find(HttpRequest request) => request.Cookies[Name] is { Length: Length } token ? token : null;

    /// <summary>Until the browser is closed; the session itself may end sooner.</summary>
    public static void Keep(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options(response));

    public static void Forget(HttpResponse response) => response.Cookies.Delete(Name, Options(response));

    private static CookieOptions Options(HttpResponse response) => new()
    {
        Secure = response.HttpContext.Request.IsHttps,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = ConsoleEndpoints.Root,
        IsEssential = true,
    };
}
