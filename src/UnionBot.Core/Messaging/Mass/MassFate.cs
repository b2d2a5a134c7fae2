namespace UnionBot.Core.Messaging.Mass;

/// <summary>What became of one person's part of something that went to many.</summary>
/// <param name="Reason">Why it was withheld, or why it failed before it was sent; null otherwise.</param>
/// <param name="ErrorCode">The platform's errcode; null when there was none.</param>
/// <param name="Attempts">How often it was sent or tried.</param>
/// <param name="PlatformId">The platform's id of the person's message, or of the list they were in; null when it gave none.</param>
public sealed record MassFate(
    int BroadcastId,
    long Person,
    SendRoute Route,
    OutboundStatus Status,
    WithheldReason? Reason,
    int? ErrorCode,
    int Attempts,
    string? PlatformId)
{
    /// <summary>
    /// The list the person was in, of whom nobody can say more than what the platform says of the whole list; null by
    /// another way, or while it was not sent.
    /// </summary>
    public MassBatch? Batch { get; init; }
}

/// <summary>A list that was sent as a whole.</summary>
/// <param name="Number">Of the list within its broadcast, from 1.</param>
/// <param name="Total">People the platform counted; null until it reports, as are the others.</param>
/// <param name="Filtered">Left of the total after monthly limit and refusals were taken out.</param>
public sealed record MassBatch(int Number, long? Total, long? Filtered, long? Sent, long? Failed);

/// <summary>How many people have the same fate.</summary>
/// <param name="Reason">As in <see cref="MassFate"/>.</param>
public sealed record MassCount(SendRoute Route, OutboundStatus Status, WithheldReason? Reason, int? ErrorCode, long People);
