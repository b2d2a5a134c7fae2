namespace UnionBot.Chat.Dialogs;

/// <summary>What one message led to: what to say, what must happen, and the state to keep for the next message.</summary>
/// <param name="Replies">Empty when the bot is silent because a member of staff owns the talk.</param>
public sealed record Answer(TalkState State, IReadOnlyList<IReply> Replies, IReadOnlyList<Effect> Effects);
