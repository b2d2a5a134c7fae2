namespace UnionBot.Chat.Understanding.Intents;

/// <summary>What a model sees of a text, and how likely each intent is.</summary>
internal readonly record struct Glance(ulong[] Features, LabelScores Intents);
