using System.Buffers;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>Cuts an answer where something has been said to its end.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？\n");

    /// <summary>Where an answer may stop, to go on in the next message.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？；\n");

    public static string FirstOf(string text) => NextEnd(text, 0, Ends) is { } end ? text[..end].TrimEnd() : text;

    /// <summary>As much as fits, at least as far as the first stop.</summary>
    /// <param name="room">In characters.</param>
    /// <returns>What fits, and what is left; null when nothing is.</returns>
    public static (string Text, string? Left) Cut(string text, int room)
    {
        if (text.Length <= room) return (text, null);

        var end = 0;
        while (NextEnd(text, end, Stops) is { } next && (end == 0 || next <= room)) end = next;
        return end == 0 || end == text.Length ? (text, null) : (text[..end].TrimEnd(), text[end..].TrimStart());
    }

    private static int? NextEnd(string text, int from, SearchValues<char> ends) =>
        text.AsSpan(from).IndexOfAny(ends) is >= 0 and var at ? from + at + 1 : null;
}
