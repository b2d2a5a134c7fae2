using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>What a visitor has told of a visit so far. Kept in the encrypted state of the talk.</summary>
/// <param name="Name">As the list names whom they visit.</param>
public sealed record VisitDraft(long Visit, string Name)
{
    /// <summary>Null when none was sent.</summary>
    public MapPoint? Place { get; init; }

    /// <summary>Why there is no place, or so far off; null when nothing was said.</summary>
    public string? PlaceReason { get; init; }

    /// <summary>Our keys of the photos that were sent.</summary>
    public IReadOnlyList<long> Photos { get; init; } = [];

    /// <summary>What was understood; null before.</summary>
    public VisitReport? Report { get; init; }

    /// <summary>As it is read back.</summary>
    public ReadVisitBack? Told { get; init; }
}
