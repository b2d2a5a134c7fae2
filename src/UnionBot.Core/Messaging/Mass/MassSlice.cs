namespace UnionBot.Core.Messaging.Mass;

/// <summary>A part of a broadcast's people that this host has in hand and must now tell.</summary>
/// <param name="First">The range of people it is about, both ends included.</param>
/// <param name="Claim">Counts who had it in hand: only the latest decides what becomes of it.</param>
/// <param name="ClientKey">By which the platform knows a list, so that it sends it once.</param>
public sealed record MassSlice(
    int BroadcastId, int Number, SendRoute Route, MessageKind Kind, long First, long Last, int Claim, string ClientKey)
{
    /// <summary>Who is to be told now: begun in the ledger, so from here on each may have been told.</summary>
    public IReadOnlyList<SendAttempt> People { get; init; } = [];

    /// <summary>The tag by which this list is sent, with one of its people standing for all; null when it is sent to each by name.</summary>
    public int? TagId { get; init; }

    /// <summary>The draft (草稿) that was made for this list; null when none was.</summary>
    public string? DraftId { get; init; }

    /// <summary>
    /// When a draft was first begun to be made for this list, so that one whose id nobody learnt can be looked for; null when none
    /// was. UTC, by the platform's clock.
    /// </summary>
    public DateTimeOffset? DraftAt { get; init; }
}

/// <summary>What became of one person's part.</summary>
public sealed record MassOutcome(SendAttempt Attempt, SendFate Fate)
{
    /// <summary>Why it failed before it was sent; null when it was.</summary>
    public WithheldReason? Reason { get; init; }
}
