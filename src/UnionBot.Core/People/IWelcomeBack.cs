using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>What a service asks of somebody who follows again.</summary>
public interface IWelcomeBack
{
    /// <summary>Lets what the person had wanted before rest, until they have answered.</summary>
    /// <returns>Null when there is nothing to ask.</returns>
    Task<BackQuestion?> AskAsync(PersonId person, DateTimeOffset at, CancellationToken ct);
}

/// <param name="Yes">What a yes does.</param>
public sealed record BackQuestion(IReply Question, PushChoice Yes);
