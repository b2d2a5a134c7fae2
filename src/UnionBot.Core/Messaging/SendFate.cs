namespace UnionBot.Core.Messaging;

/// <summary>What became of one attempt to send a message.</summary>
/// <param name="Status">The new state; <see cref="OutboundStatus.Queued"/> means another attempt.</param>
/// <param name="RetryAfter">How long to wait before the next attempt; null when there is none.</param>
/// <param name="ErrorCode">The platform's errcode; null when it gave none.</param>
public sealed record SendFate(OutboundStatus Status, TimeSpan? RetryAfter = null, int? ErrorCode = null)
{
    /// <summary>By what the platform will report whether it arrived; null when it does not report.</summary>
    public string? PlatformId { get; init; }
}
