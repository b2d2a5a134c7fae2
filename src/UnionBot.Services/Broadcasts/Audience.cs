using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Broadcasts;

/// <summary>Who is meant. What is empty limits nobody; what is given must all be so.</summary>
/// <param name="OrganisationId">A node and all below it; null for the whole union, people of no organisation included.</param>
/// <param name="Districts">Codes of regions; a city means its districts, too. Where the person's union is.</param>
/// <param name="WorkerTypes">One of these, of <see cref="BroadcastWords.WorkerTypes"/>.</param>
/// <param name="Tags">One of these.</param>
/// <param name="Levels">One of these.</param>
/// <param name="CaseKind">An open case of that kind: the person's own act that calls for a service notice.</param>
public sealed record Audience(
    long? OrganisationId,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> WorkerTypes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<MemberLevel> Levels,
    string? CaseKind)
{
    public static Audience Everybody { get; } = new(null, [], [], [], [], null);

    /// <summary>Whether people who are on no roster can be meant.</summary>
    public bool MayBeStrangers => OrganisationId is null && Districts.Count + WorkerTypes.Count + Tags.Count == 0;

    /// <summary>Whether members of the roster are meant whom nobody has bound.</summary>
    public bool MeansMembers => CaseKind is null && (Levels.Count == 0 || Levels.Contains(MemberLevel.Member));

    public bool IsSameAs(Audience other) =>
        OrganisationId == other.OrganisationId
        && CaseKind == other.CaseKind
        && Districts.ToHashSet().SetEquals(other.Districts)
        && WorkerTypes.ToHashSet().SetEquals(other.WorkerTypes)
        && Tags.ToHashSet().SetEquals(other.Tags)
        && Levels.ToHashSet().SetEquals(other.Levels);
}
