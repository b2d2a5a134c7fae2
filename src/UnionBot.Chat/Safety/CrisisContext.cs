namespace UnionBot.Chat.Safety;

/// <summary>Words around a phrase that count for every kind of crisis.</summary>
/// <param name="Denied">Directly before the phrase: 没想过自杀.</param>
/// <param name="Intended">Directly before the phrase: the person speaks of now and of themselves, whatever else is said.</param>
/// <param name="Now">Anywhere: it happens now, so nothing counts as reported.</param>
internal sealed record CrisisContext(string[] Denied, string[] Intended, string[] Now);
