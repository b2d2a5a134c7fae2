namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>The parts that words name; see <c>parts</c> in <c>words.yaml</c>.</summary>
internal enum PartWord
{
    Dawn,

    /// <summary>半夜: dawn, but twelve and eleven o'clock are the evening before.</summary>
    Midnight,
    Morning,
    Noon,
    Afternoon,
    Evening,

    /// <summary>夜里: dawn until six o'clock, else evening.</summary>
    Night,
}
