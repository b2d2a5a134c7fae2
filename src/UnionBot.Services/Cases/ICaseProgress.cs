using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Cases;

/// <summary>Where a person's own cases stand. Tells nothing of what was said in them.</summary>
internal interface ICaseProgress
{
    /// <returns>Null when the person has no case of this number, whoever else may have it.</returns>
    Task<CaseProgress?> FindAsync(PersonId person, long number, CancellationToken ct);

    /// <returns>The open cases, the latest first; when there is none, the one that was closed last.</returns>
    Task<IReadOnlyList<CaseProgress>> LatestAsync(PersonId person, CancellationToken ct);

    /// <summary>Whether a member of staff is on duty.</summary>
    Task<bool> IsAnybodyThereAsync(DateTimeOffset at, CancellationToken ct);
}
