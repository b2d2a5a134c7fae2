using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Sites;

namespace UnionBot.Services.Campaigns.Targets;

/// <summary>Who is meant by a campaign. What is empty limits nobody; what is given must all be so.</summary>
public sealed record AudienceRule
{
    /// <summary>One of these; empty for any.</summary>
    public IReadOnlyList<HardshipClass> Classes { get; init; } = [];

    /// <summary>Any of these.</summary>
    public VisitLabels Labels { get; init; }

    public IReadOnlyList<WorkSiteKind> Sites { get; init; } = [];

    /// <summary>Codes; a city means its districts.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Who was given so much in so many months before is left out; null for no such rule.</summary>
    public HelpedBefore? Before { get; init; }
}

/// <param name="Fen">At least so much.</param>
public sealed record HelpedBefore(int Months, long Fen);

/// <summary>What was read of the words for an audience.</summary>
/// <param name="Unread">The first clause that says nothing about who is meant; null when all was read.</param>
public sealed record ReadAudience(AudienceRule Rule, string? Unread);
