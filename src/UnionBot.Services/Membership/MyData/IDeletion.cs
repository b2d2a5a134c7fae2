using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>A person's wish to be forgotten, which they can take back for seven days. Does not save.</summary>
internal interface IDeletion
{
    /// <summary>The day on which the data go; null when no wish is open. In China.</summary>
    Task<DateOnly?> PendingAsync(PersonId person, CancellationToken ct);

    /// <returns>The day on which the data go.</returns>
    Task<DateOnly> RequestAsync(PersonId person, CancellationToken ct);

    /// <returns>False when no wish is open.</returns>
    Task<bool> WithdrawAsync(PersonId person, CancellationToken ct);
}
