using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// What somebody asked a service to send by itself from time to time. It rests while they do not want messages of its kind, within the
/// turn that says so: nothing is looked for that would only be withheld.
/// </summary>
public interface IStandingOrder
{
    MessageKind Kind { get; }

    /// <param name="at">UTC.</param>
    Task RestAsync(PersonId person, DateTimeOffset at, CancellationToken ct);

    /// <summary>What rests goes on; what the person ended or paused by itself does not.</summary>
    /// <param name="at">UTC.</param>
    Task GoOnAsync(PersonId person, DateTimeOffset at, CancellationToken ct);
}
