using System.Collections.Frozen;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Words with one meaning each; finds the longest that stands at a place of a text.</summary>
internal sealed class WordList<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>By first character the length of the longest word that begins so: nearly every place is settled by this.</summary>
    private readonly FrozenDictionary<char, int> _longest;

    public WordList(IReadOnlyDictionary<string, T> words)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Keys.GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.Max(w => w.Length));
    }

    /// <returns>The length of the longest word at the beginning of <paramref name="text"/>; 0 when there is none.</returns>
    public int Match(ReadOnlySpan<char> text, out T meaning)
    {
        if (!text.IsEmpty && _longest.TryGetValue(text[0], out var longest))
        {
            for (var length = Math.Min(longest, text.Length); length > 0; length--)
            {
                if (_words.TryGetValue(text[..length], out meaning!)) return length;
            }
        }

        meaning = default!;
        return 0;
    }
}
