using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>
/// The database as the slice of a dialog reaches it while a message is being answered. Turns that need none are decided
/// in batches; the first use of <see cref="Db"/> takes a turn out of its batch, and it begins again in a transaction
/// of its own. So a register asks for <see cref="Db"/> before it has any other effect.
/// </summary>
public sealed class TurnDatabase(IServiceProvider scope)
{
    private bool _inBatch;

    /// <exception cref="NeedsOwnTransactionException">The turn is being decided in a batch; caught by the inbox.</exception>
    public UnionDb Db => _inBatch ? throw new NeedsOwnTransactionException() : scope.GetRequiredService<UnionDb>();

    /// <summary>Who speaks in this turn; null outside of turns, and while a turn is still decided in a batch.</summary>
    public PersonId? Speaker { get; internal set; }

    internal void LeaveBatchOnUse() => _inBatch = true;
}

/// <summary>Takes a turn out of its batch; never seen outside the inbox.</summary>
public sealed class NeedsOwnTransactionException : Exception
{
    public NeedsOwnTransactionException()
        : base("This turn needs the database and is run in a transaction of its own.")
    {
    }
}
