using System.Buffers;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>Cuts an answer where something has been said to its end.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？\n");

    /// <summary>Where a sentence that is too long by itself may stop, to go on in the next message.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？；\n");

    /// <summary>What belongs to the sentence in front of it: 他说：“没钱。”</summary>
    private static readonly SearchValues<char> Closings = SearchValues.Create("。！？”’」』）》】〉");

    public static string FirstOf(string text) => NextEnd(text, 0, Ends) is { } end ? text[..end].TrimEnd() : text;

    /// <summary>As many sentences as fit; of a first one that does not fit as much as does, at least as far as its first stop.</summary>
    /// <param name="room">In characters.</param>
    /// <returns>What fits, and what is left; null when nothing is.</returns>
    public static (string Text, string? Left) Cut(string text, int room)
    {
        if (text.Length <= room) return (text, null);

        var end = LastEnd(text, room, Ends) ?? LastEnd(text, room, Stops) ?? NextEnd(text, 0, Stops) ?? text.Length;
        return end == text.Length ? (text, null) : (text[..end].TrimEnd(), text[end..].TrimStart());
    }

    /// <returns>Null when not even the first fits.</returns>
    private static int? LastEnd(string text, int room, SearchValues<char> ends)
    {
        int? last = null;
        while (NextEnd(text, last ?? 0, ends) is { } next && next <= room) last = next;
        return last;
    }

    private static int? NextEnd(string text, int from, SearchValues<char> ends)
    {
        if (text.AsSpan(from).IndexOfAny(ends) is not (>= 0 and var at)) return null;

        var end = from + at + 1;
        var further = text.AsSpan(end).IndexOfAnyExcept(Closings);
        return further < 0 ? text.Length : end + further;
    }
}
