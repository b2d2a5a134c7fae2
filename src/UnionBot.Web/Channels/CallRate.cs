using System.Threading.RateLimiting;
using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels;

/// <summary>Lets calls of each API through at this host's rate.</summary>
internal sealed class CallRate : IDisposable
{
    private const int StepsPerSecond = 20;

    private readonly Dictionary<SendRoute, RateLimiter> _rates = [];

    public CallRate(SendingRules rules)
    {
        if (rules.CallsPerSecond == 0) return;

        foreach (var route in Enum.GetValues<SendRoute>()) _rates[route] = Limiter(rules.CallsPerSecond);
    }

    public void Dispose()
    {
        foreach (var rate in _rates.Values) rate.Dispose();
    }

    /// <summary>Waits until it is the turn of a call.</summary>
    public async ValueTask WaitAsync(SendRoute route, CancellationToken ct)
    {
        if (_rates.TryGetValue(route, out var rate)) await rate.AcquireAsync(1, ct);
    }

    // Whoever waits is let through in the order in which they came; a rate below the steps of a second takes longer steps.
    private static TokenBucketRateLimiter Limiter(int perSecond) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Math.Max(1, perSecond / StepsPerSecond),
        TokensPerPeriod = Math.Max(1, perSecond / StepsPerSecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 * Math.Max(1, perSecond / StepsPerSecond) / perSecond),
        QueueLimit = int.MaxValue,
    });
}
