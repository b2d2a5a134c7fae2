using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// What people do not want to be told unasked, by kind. Binding from the moment it is committed, also for what a host has
/// claimed already. What the person's own act called for is no such kind.
/// </summary>
public interface IOptOuts
{
    Task StopAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct);

    Task StartAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct);
}
