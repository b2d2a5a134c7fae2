using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Broadcasts;

/// <summary>What becomes of those who are meant.</summary>
/// <param name="Reached">How many it goes to.</param>
/// <param name="Excluded">How many it does not go to, by why; the most first.</param>
/// <param name="Unbound">Members of the roster who never came to the account.</param>
public sealed record AudiencePlan(long Reached, IReadOnlyDictionary<WithheldReason, long> Excluded, long Unbound)
{
    private static readonly WithheldReason[] CalledFor = [WithheldReason.Unfollowed, WithheldReason.NotKnown, WithheldReason.NoWay];

    /// <summary>What it costs of the account's calls; null when it does not go by mass send.</summary>
    public MassCost? Cost { get; init; }

    public long Meant => Reached + Excluded.Values.Sum() + Unbound;

    /// <summary>How many can only be called.</summary>
    public long ToCall => Unbound + CalledFor.Sum(why => Excluded.GetValueOrDefault(why));
}

/// <summary>Somebody it would go to.</summary>
/// <param name="Name">Masked; null for somebody who is on no roster.</param>
/// <param name="Union">Null for somebody who is on no roster.</param>
public sealed record SampledPerson(PersonId Person, string? Name, string? Union);
