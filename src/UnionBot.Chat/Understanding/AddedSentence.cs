namespace UnionBot.Chat.Understanding;

/// <summary>A sentence that staff added to what the files teach.</summary>
/// <param name="Target">
/// What is meant by it: <c>intent/{name}</c>, <c>urgent/{name}</c> of people in danger, or <c>answer/{id}</c> of the knowledge base.
/// </param>
public sealed record AddedSentence(string Target, string Text);

/// <summary>A sentence that staff added and that cannot be merged over the files as they are now.</summary>
public sealed record SentenceConflict(AddedSentence Sentence, string Reason);
