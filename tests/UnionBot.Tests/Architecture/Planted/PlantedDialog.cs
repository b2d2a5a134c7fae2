using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted violation: a dialog that does everything a dialog must not.</summary>
internal sealed class PlantedDialog(DbContext database, Outbox outbox, HttpClient network, TimeProvider clock) : OneTurnDialog
{
    public override string Name => "planted/dialog";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        await network.GetAsync(new Uri("http://127.0.0.1"), ct);
        _ = (database.ChangeTracker, outbox, clock.GetUtcNow());
        return [];
    }
}
