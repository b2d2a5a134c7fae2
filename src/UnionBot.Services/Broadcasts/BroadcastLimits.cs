using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Broadcasts;

/// <summary>How much a broadcast may name, and when it stops by itself, for somebody to look at what is wrong.</summary>
public sealed record BroadcastLimits
{
    /// <summary>The share of those tried who were refused; 0 to 1.</summary>
    public double MostFailed { get; init; } = 0.1;

    /// <summary>Before so many were tried it is too early to say.</summary>
    public int TriedAtLeast { get; init; } = 50;

    /// <summary>So many tags an audience may name: each is looked up for each member.</summary>
    public int MostTags { get; init; } = 50;

    /// <summary>Whether too many failed. Who does not follow any more is no sign of a fault.</summary>
    public bool IsTooMuch(IReadOnlyList<MassCount> counts)
    {
        var failed = counts.Where(c => c is { Status: OutboundStatus.Failed or OutboundStatus.Unknown }).Sum(c => c.People);
        var went = counts.Where(c => c.Status is OutboundStatus.Accepted or OutboundStatus.Delivered).Sum(c => c.People);
        return failed + went >= TriedAtLeast && failed > MostFailed * (failed + went);
    }
}
