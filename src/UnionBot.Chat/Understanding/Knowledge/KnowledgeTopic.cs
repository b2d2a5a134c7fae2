namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>A subject of answers, from <c>knowledge/topics.yaml</c>.</summary>
/// <param name="IsLegal">The answer ends with the offer of a lawyer.</param>
/// <param name="IsPrivate">What is said about it is nobody's business: it never goes to the review list.</param>
/// <param name="Intents">The wishes that belong to it.</param>
public sealed record KnowledgeTopic(string Name, string Title, bool IsLegal, bool IsPrivate, IReadOnlyList<Intent> Intents);
