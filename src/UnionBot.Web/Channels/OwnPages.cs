using Microsoft.AspNetCore.Antiforgery;

namespace UnionBot.Web.Channels;

/// <summary>What every page of ours needs, so that no other site can read it, frame it or send its forms.</summary>
internal static class OwnPages
{
    /// <summary>Nothing of it is kept on the way, and it loads and sends nothing but what comes from here.</summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; " +
            "base-uri 'none'; frame-ancestors 'none'";
    }

    /// <summary>Whether a page of ours sent it. A form that cannot be read comes from none.</summary>
    public static async Task<bool> SentAsync(this IAntiforgery antiforgery, HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
