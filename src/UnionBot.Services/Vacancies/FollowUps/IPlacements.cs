using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>What a dialog asks of the follow-ups of the person it talks with.</summary>
public interface IPlacements
{
    /// <summary>The worker asked about a vacancy.</summary>
    Task ApplyAsync(PersonId person, long vacancy, DateTimeOffset at, CancellationToken ct);

    /// <summary>The worker found work, here or elsewhere.</summary>
    Task FindAsync(PersonId person, DateTimeOffset at, CancellationToken ct);

    /// <returns>Null when nothing is followed up.</returns>
    Task<Placement?> OpenAsync(PersonId person, CancellationToken ct);

    /// <summary>The case that an officer had for what was asked last needs no work any more.</summary>
    Task SettleAsync(Placement placement, DateTimeOffset at, CancellationToken ct);
}
