using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// What messages of a service may be answered by, told by their occasion alone: whether numbers are free to be offered is known only
/// as a message is sent. Registered by the service, as long-lived as the host.
/// </summary>
public interface IPushChoices
{
    /// <returns>Empty when it is no message of this service, or one without choices.</returns>
    IReadOnlyList<PushChoice> Of(string occasion);
}
