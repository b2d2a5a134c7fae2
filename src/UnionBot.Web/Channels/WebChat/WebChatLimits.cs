using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>How much one visitor, and all visitors of one address, may send.</summary>
internal static class WebChatLimits
{
    private const int MessagesAMinute = 20;

    /// <summary>
    /// Cookies cost nothing, so the address has a limit too. A works of thousands may share one: it is only low enough to
    /// stop a machine.
    /// </summary>
    private const int MessagesOfAnAddressAMinute = 600;

    /// <summary>A page that waits for a late answer asks every five seconds; many visitors may share one address.</summary>
    private const int OthersAMinute = 240;

    public static void AddWebChat(this RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            IsMessage(http) ? Window(AddressOf(http), MessagesOfAnAddressAMinute) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(WebChatEndpoints.RateLimit, http =>
            IsMessage(http) && WebChatVisitor.Find(http.Request) is { } visitor
                ? Window(visitor, MessagesAMinute)
                : Window(AddressOf(http), OthersAMinute));
    }

    public static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return new ValueTask(rejected.HttpContext.Response.WriteAsJsonAsync(
            WebChatAnswer.Failed("too-fast"), ct));
    }

    private static bool IsMessage(HttpContext http) =>
        http.Request.Path.Equals(WebChatEndpoints.Messages, StringComparison.Ordinal);

    private static string AddressOf(HttpContext http) => "address/" + ClientNetwork.Of(http.Connection.RemoteIpAddress);

    private static RateLimitPartition<string> Window(string who, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
}
