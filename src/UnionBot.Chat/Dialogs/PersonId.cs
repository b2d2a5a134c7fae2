namespace UnionBot.Chat.Dialogs;

/// <summary>Someone the union talks with through one channel: a follower, a member, or a visitor of the web chat.</summary>
public readonly record struct PersonId(long Value);
