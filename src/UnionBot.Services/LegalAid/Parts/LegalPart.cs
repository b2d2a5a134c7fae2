namespace UnionBot.Services.LegalAid.Parts;

/// <summary>
/// The part of legal aid that somebody sees: lawyers and sites at or below nodes of the tree, whatever is booked there or by members of
/// that part, and a lawyer's own consultations.
/// </summary>
public sealed record LegalPart
{
    /// <summary>All lawyers, sites and bookings.</summary>
    public static LegalPart Whole { get; } = new() { IsWhole = true };

    public bool IsWhole { get; private init; }

    /// <summary>Patterns of the paths that belong to it, for a query.</summary>
    internal string[] Below { get; init; } = [];

    /// <summary>Whether it has the top of the tree, to which belongs whatever no organisation is named of.</summary>
    internal bool HasTop { get; init; }

    /// <summary>The lawyer whose consultations are somebody's own; null for whoever is none.</summary>
    internal long? Lawyer { get; init; }
}
