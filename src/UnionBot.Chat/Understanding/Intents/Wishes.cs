namespace UnionBot.Chat.Understanding.Intents;

/// <summary>What is wanted with a message: the first wish, how sure it is, and the further ones.</summary>
/// <param name="Kept">The plain text without wishes that are denied or taken back.</param>
internal sealed record Wishes(Reading.PlainText Kept, IntentShare First, IntentShare Second, IReadOnlyList<FurtherWish> Further);
