namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>What somebody writes down of a consultation. Null is what was not said, which is not nought.</summary>
public sealed record OutcomeDetails
{
    public const int MostPeople = 100_000;
    public const int MostMinutes = 720;
    public const int LongestNote = 500;

    /// <summary>A hundred thousand million yuan: more is a slip of the hand.</summary>
    public const long MostFen = 10_000_000_000_000;

    /// <summary>At least one.</summary>
    public required OutcomeKinds Kinds { get; init; }

    /// <summary>How many people it is about, 1 or more; null for as many as it was booked for.</summary>
    public int? People { get; init; }

    /// <summary>涉案金额: what the matter is about, in fen.</summary>
    public long? AmountInvolvedFen { get; init; }

    /// <summary>挽回经济损失: what the person got back so far, in fen.</summary>
    public long? AmountRecoveredFen { get; init; }

    /// <summary>How long it took, 1 or more.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether a mediation came to an agreement, or the matter is settled otherwise.</summary>
    public bool? IsSettled { get; init; }

    /// <summary>In words, for who goes on with it; kept encrypted, and read like what was told.</summary>
    public string? Note { get; init; }

    /// <summary>Whether all of it is within what can be.</summary>
    public bool IsPossible =>
        Kinds is not OutcomeKinds.None && (Kinds & ~OutcomeKinds.All) is 0
        && People is null or (>= 1 and <= MostPeople)
        && IsAmount(AmountInvolvedFen) && IsAmount(AmountRecoveredFen)
        && Minutes is null or (>= 1 and <= MostMinutes)
        && Note is null or { Length: <= LongestNote };

    private static bool IsAmount(long? fen) => fen is null or (>= 0 and <= MostFen);
}
