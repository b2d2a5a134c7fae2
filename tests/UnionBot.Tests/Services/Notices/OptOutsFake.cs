using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Services.Notices;

/// <summary>Remembers what one person does not want.</summary>
internal sealed class OptOutsFake : IOptOuts
{
    public HashSet<MessageKind> Stopped { get; } = [];

    public Task StopAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct)
    {
        Stopped.UnionWith(kinds);
        return Task.CompletedTask;
    }

    public Task StartAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct)
    {
        Stopped.ExceptWith(kinds);
        return Task.CompletedTask;
    }
}
