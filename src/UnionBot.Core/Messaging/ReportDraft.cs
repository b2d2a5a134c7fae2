namespace UnionBot.Core.Messaging;

/// <summary>A report as a channel hands it in.</summary>
/// <param name="PlatformId">The platform's id of the send.</param>
/// <param name="Address">To whom it was sent; null when to many.</param>
public sealed record ReportDraft(ReportedSend Kind, string PlatformId, string? Address, ReportedOutcome Outcome)
{
    /// <summary>Of a subscription notice, which has no id when it is sent; null otherwise.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The platform's number for why it failed; null when it gave none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Of a send to many; null otherwise.</summary>
    public ReportedCounts? Counts { get; init; }
}

/// <summary>How many people a send to many reached.</summary>
/// <param name="Filtered">Left of the total after monthly limit and refusals were taken out.</param>
public sealed record ReportedCounts(long Total, long Filtered, long Sent, long Failed);
