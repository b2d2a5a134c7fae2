using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>A household or site that is to be visited once.</summary>
/// <param name="Region">The code of its district in six digits.</param>
/// <param name="Street">The street or quarter, the same word for all in it; null when not known.</param>
/// <param name="At">GCJ-02; null when not known, and then never guessed: the target is ranked by its street.</param>
public sealed record VisitTarget(long Id, string Region, string? Street, GeoPoint? At)
{
    /// <summary>Whether cash is handed over, which takes two visitors.</summary>
    public bool HasCash { get; init; }

    /// <summary>The first day on which the visit may be; null is no bound.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day on which the visit may be; null is no bound.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>What the household has named; it goes before <see cref="Earliest"/> and <see cref="Latest"/>. Null when nothing was named.</summary>
    public NamedTime? Named { get; init; }

    /// <summary>Keyed hashes of the people who live there, made like those of <see cref="AvailableVisitor.Kin"/>.</summary>
    public IReadOnlyCollection<byte[]> People { get; init; } = [];
}

/// <summary>The day on which a household wants to be visited.</summary>
/// <param name="Half">Null when the whole day is fine.</param>
public sealed record NamedTime(DateOnly Day, HalfDay? Half = null);

public enum HalfDay
{
    Morning,
    Afternoon,
}
