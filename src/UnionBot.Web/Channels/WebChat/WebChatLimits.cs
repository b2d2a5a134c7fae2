using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>How much one visitor, or one address, may send.</summary>
internal static class WebChatLimits
{
    private const int MessagesAMinute = 20;

    /// <summary>A page that waits for a late answer asks every five seconds; many visitors may share one address.</summary>
    private const int OthersAMinute = 240;

    public static void AddWebChat(this RateLimiterOptions options) => options.AddPolicy(WebChatEndpoints.RateLimit, http =>
    {
        var messages = http.Request.Path.Equals("/chat/messages", StringComparison.Ordinal);
        var who = messages ? WebChatVisitor.Find(http.Request) : null;
        return RateLimitPartition.GetSlidingWindowLimiter(
            who ?? "address/" + http.Connection.RemoteIpAddress, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = who is null ? OthersAMinute : MessagesAMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });
    });

    public static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return new ValueTask(rejected.HttpContext.Response.WriteAsJsonAsync(
            WebChatAnswer.Failed("too-fast"), ct));
    }
}
