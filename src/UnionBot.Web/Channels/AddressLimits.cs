using System.Threading.RateLimiting;
using UnionBot.Web.Channels.Calendars;
using UnionBot.Web.Channels.MyData;
using UnionBot.Web.Channels.WebChat;

namespace UnionBot.Web.Channels;

/// <summary>
/// How much all clients of one address may ask of our pages. Cookies cost nothing, so limits on visitors stop no machine;
/// but a works of thousands may share one address, so these are only low enough to stop one. The platform has none: it signs.
/// </summary>
internal static class AddressLimits
{
    private const int MessagesAMinute = 600;

    /// <summary>An open page asks twelve times a minute whether there is news.</summary>
    private const int OthersAMinute = 6000;

    public static PartitionedRateLimiter<HttpContext> Create() => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        WebChatEndpoints.IsMessage(http.Request) ? Minute.Window("message/" + ClientOf(http), MessagesAMinute) :
        IsPage(http.Request) ? Minute.Window("page/" + ClientOf(http), OthersAMinute) :
        RateLimitPartition.GetNoLimiter(""));

    private static bool IsPage(HttpRequest request) =>
        request.Path.StartsWithSegments(WebChatEndpoints.Page, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(CalendarEndpoints.Folder, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(MyDataEndpoints.Folder, StringComparison.OrdinalIgnoreCase);

    private static string ClientOf(HttpContext http) => ClientNetwork.Of(http.Connection.RemoteIpAddress);
}
