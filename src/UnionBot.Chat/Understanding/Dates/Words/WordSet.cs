namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Words of one kind; finds the longest that stands at a place of a text.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly WordList<bool> _words = new(words.Distinct(StringComparer.Ordinal).ToDictionary(w => w, _ => true));

    /// <returns>The length of the longest word at the beginning of <paramref name="text"/>; 0 when there is none.</returns>
    public int Match(ReadOnlySpan<char> text) => _words.Match(text, out _);

    /// <returns>The length of the longest word at the end of <paramref name="text"/>; 0 when there is none.</returns>
    public int MatchEnd(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, 4); length > 0; length--)
        {
            if (_words.Match(text[^length..], out _) == length) return length;
        }

        return 0;
    }
}
