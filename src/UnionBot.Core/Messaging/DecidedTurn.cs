using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>What a message led to, worded, before it is committed.</summary>
/// <param name="Text">What to say; null for silence.</param>
internal sealed record DecidedTurn(TalkState State, string? Text, IReadOnlyList<Effect> Effects);
