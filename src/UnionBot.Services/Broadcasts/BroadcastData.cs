using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// Which broadcasts a person was sent, and why not, as personal data. Erased, the rows stay and prove what went to whom, as in the
/// rest of the ledger, and go with it; what has not been sent yet never is.
/// </summary>
internal sealed class BroadcastData(BroadcastsOfPerson broadcasts, MassLedger ledger) : IPersonalData
{
    public string Section => "broadcasts";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct) =>
        [.. (await broadcasts.ReadAsync(person, ct)).Reverse().Select(FactOf)];

    public Task<string?> HoldAsync(PersonId person, CancellationToken ct) => Task.FromResult<string?>(null);

    public Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct) => ledger.ExpireAsync(person, ct);

    /// <summary>Why somebody was not sent it, as the copy of their data names it; null for who was, as far as is known.</summary>
    internal static string? ReasonOf(OutboundStatus status, WithheldReason? why) => why switch
    {
        WithheldReason.Unfollowed => "unfollowed",
        WithheldReason.NoWay => "no-way",
        WithheldReason.Spared => "spared",
        WithheldReason.OptedOut => "opted-out",
        WithheldReason.TooSoon => "too-soon",
        WithheldReason.MonthIsFull => "month-is-full",
        WithheldReason.Cancelled => "cancelled",
        WithheldReason.NotWorded => "not-worded",
        WithheldReason.TestAccount => "test-account",
        WithheldReason.NotKnown => "not-known",
        _ => status switch
        {
            OutboundStatus.Queued => "waiting",
            OutboundStatus.Failed => "failed",
            OutboundStatus.Expired => "expired",
            _ => null,
        },
    };

    private static PersonalFact FactOf(PersonBroadcast broadcast) => ReasonOf(broadcast.Fate.Status, broadcast.Fate.Reason) is { } reason
        ? new PersonalFact("not-sent", reason, broadcast.At)
        : new PersonalFact("broadcast-sent", broadcast.Words, broadcast.At);
}
