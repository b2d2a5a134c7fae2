using System.Buffers;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>The parts of a sentence between marks.</summary>
internal static class Clause
{
    public static readonly SearchValues<char> Ends = SearchValues.Create("，。；！？,;!?\n：:（(）)");

    /// <summary>The clause in which a stretch of a text stands.</summary>
    public static string Around(string text, int start, int end)
    {
        var from = text.AsSpan(0, start).LastIndexOfAny(Ends) + 1;
        var length = text.AsSpan(end).IndexOfAny(Ends);
        return text[from..(length < 0 ? text.Length : end + length)];
    }
}
