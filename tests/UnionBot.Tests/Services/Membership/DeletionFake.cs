using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Tests.Services.Membership;

/// <summary>Deletes on 28 November.</summary>
internal sealed class DeletionFake : IDeletion
{
    public static readonly DateOnly Day = new(2026, 11, 28);

    public bool IsPending { get; private set; }

    public Task<DateOnly?> PendingAsync(PersonId person, CancellationToken ct) => Task.FromResult<DateOnly?>(IsPending ? Day : null);

    public Task<DateOnly> RequestAsync(PersonId person, CancellationToken ct)
    {
        IsPending = true;
        return Task.FromResult(Day);
    }

    public Task<bool> WithdrawAsync(PersonId person, CancellationToken ct)
    {
        var wasPending = IsPending;
        IsPending = false;
        return Task.FromResult(wasPending);
    }
}
