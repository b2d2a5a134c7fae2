using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>How much one visitor may send and ask.</summary>
internal static class WebChatLimits
{
    public const string Messages = "web-chat/messages";
    public const string News = "web-chat/news";

    private const int MessagesAMinute = 20;

    /// <summary>A page asks every five seconds; somebody may have two or three of them open.</summary>
    private const int NewsAMinute = 40;

    public static void AddWebChat(this RateLimiterOptions options)
    {
        options.AddPolicy(Messages, http => OfVisitor(http, MessagesAMinute));
        options.AddPolicy(News, http => OfVisitor(http, NewsAMinute));
    }

    /// <summary>Whoever has no cookie is refused anyway, and counts by address only.</summary>
    private static RateLimitPartition<string> OfVisitor(HttpContext http, int permits) =>
        WebChatVisitor.Find(http.Request) is { } visitor ? Minute.Window(visitor, permits) : RateLimitPartition.GetNoLimiter("");
}
