namespace UnionBot.Chat.Understanding.Dates;

/// <summary>A stretch of a text: the first character, counted from 0, and how many.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first character behind it.</summary>
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
