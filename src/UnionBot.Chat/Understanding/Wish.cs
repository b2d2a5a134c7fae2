namespace UnionBot.Chat.Understanding;

/// <summary>What an intent is called in a sentence, and whom to ring up about it.</summary>
/// <param name="Line">The name of a hotline of <c>hotlines.yaml</c>.</param>
internal sealed record Wish(Intent Intent, string Title, string Line);
