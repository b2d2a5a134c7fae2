using System.Threading.RateLimiting;

namespace UnionBot.Web.Channels;

internal static class Minute
{
    /// <param name="who">Whoever shares these permits.</param>
    /// <param name="permits">In any sixty seconds.</param>
    public static RateLimitPartition<string> Window(string who, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
}
