using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using UnionBot.Web.Channels.WebChat;

namespace UnionBot.Web.Channels;

/// <summary>Registers what all pages of ours need.</summary>
internal static class PageServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Not Always: that refuses to show the page on http://127.0.0.1, where the demo runs.
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = AddressLimits.Create();
            options.AddWebChat();
            options.OnRejected = RefuseAsync;
        });
    }

    /// <summary>The script of the chat reads an answer, a person a page.</summary>
    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var http = rejected.HttpContext;
        if (await http.RequestServices.GetRequiredService<UrgentMessages>().TryHearAsync(http, ct)) return;

        OwnPages.Protect(http.Response);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (http.Request.HasJsonContentType()) await http.Response.WriteAsJsonAsync(WebChatAnswer.Failed("too-fast"), ct);
        else await new RazorComponentResult<TooFastPage> { StatusCode = StatusCodes.Status429TooManyRequests }.ExecuteAsync(http);
    }
}
