using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Services.Notices;

/// <summary>One standing order of one person, without a database.</summary>
internal sealed class StandingOrderFake(MessageKind kind) : IStandingOrder
{
    public MessageKind Kind => kind;

    public bool Rests { get; private set; }

    public Task RestAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        Rests = true;
        return Task.CompletedTask;
    }

    public Task GoOnAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        Rests = false;
        return Task.CompletedTask;
    }
}
