using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>A sentence that people say, and what they want with it.</summary>
/// <param name="Style">How such people speak: elder, typo, voice-asr.</param>
/// <param name="Label">The intent's name, or the name of a file of urgent sentences.</param>
internal sealed record Example(string Label, string Style, string Text, DataLine At);
