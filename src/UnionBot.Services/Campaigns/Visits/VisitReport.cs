namespace UnionBot.Services.Campaigns.Visits;

/// <summary>What a visitor reports of one visit, as it was read back and said yes to.</summary>
public sealed record VisitReport(VisitOutcome Outcome)
{
    /// <summary>When it was, as they say; UTC. Null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where they said to be; GCJ-02 degrees. Null when they sent no place.</summary>
    public MapPoint? Place { get; init; }

    /// <summary>Why so far off, or without a place; null when nothing was said.</summary>
    public string? PlaceReason { get; init; }

    /// <summary>Things by name, with how many.</summary>
    public IReadOnlyDictionary<string, int> Given { get; init; } = new Dictionary<string, int>();

    public long PaidFen { get; init; }

    public ReceiptKind? Receipt { get; init; }

    /// <summary>配偶; null when it was themselves.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>What they noticed; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When to come again, in China, after a visit in vain; null for the next workday.</summary>
    public DateOnly? Again { get; init; }

    public bool RefusesPress { get; init; }
}

/// <summary>What became of a report.</summary>
/// <param name="Refusal">Null when it was kept.</param>
/// <param name="Metres">From the known place; null without one, or without a place sent.</param>
/// <param name="Missing">The thing of which the visitor does not carry enough; null otherwise.</param>
public sealed record ReportedVisit(VisitRefusal? Refusal, int? Metres = null, string? Missing = null);

/// <summary>Why a report was not kept.</summary>
public enum VisitRefusal
{
    /// <summary>No open visit of this number is theirs.</summary>
    NotTheirs,

    /// <summary>The campaign rests, or is over.</summary>
    NotRunning,

    /// <summary>Too far from the known place, or no place at all: why?</summary>
    WhyThere,

    /// <summary>Money is handed over by two.</summary>
    NeedsTwo,

    /// <summary>Who received it, and how is that proved?</summary>
    NeedsReceipt,

    /// <summary>The visitor does not carry so many; see <see cref="ReportedVisit.Missing"/>.</summary>
    NotCarried,

    /// <summary>No line of the budget has so much left.</summary>
    OverBudget,

    /// <summary>The household would be given more in this year than is allowed.</summary>
    OverCeiling,

    /// <summary>It was later than now, or before the campaign began.</summary>
    WrongTime,
}
