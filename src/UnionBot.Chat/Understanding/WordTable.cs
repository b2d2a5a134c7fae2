using System.Collections.Frozen;

namespace UnionBot.Chat.Understanding;

/// <summary>Finds what a whole phrase stands for: the word itself, or the word with courtesy and particles around it.</summary>
internal sealed class WordTable<T>
    where T : notnull
{
    /// <summary>A phrase that is longer than its word by more than this says something else.</summary>
    private const int MostCourtesy = 12;

    private readonly FrozenDictionary<string, T> _words;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    public WordTable(IReadOnlyDictionary<string, T> words)
    {
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Count == 0 ? 0 : words.Keys.Max(w => w.Length);
    }

    /// <param name="phrase">Normalised text, as in <c>Input.Text</c>.</param>
    public bool TryFind(ReadOnlySpan<char> phrase, out T meaning)
    {
        // A sign can be a word of its own: ? asks for help.
        if (phrase.Length <= _longest && _lookup.TryGetValue(phrase, out meaning!)) return true;

        meaning = default!;
        if (phrase.Length > _longest + MostCourtesy) return false;

        var bare = Phrase.Trim(phrase);
        if (bare.Length == 0) return false;
        if (TryWithoutClosers(bare, out meaning)) return true;

        while (Phrase.TryOpener(bare, out bare))
        {
            if (TryWithoutClosers(bare, out meaning)) return true;
        }

        return false;
    }

    /// <summary>Tries after each particle taken off, since some words end in one: 算了, 不办了.</summary>
    private bool TryWithoutClosers(ReadOnlySpan<char> phrase, out T meaning)
    {
        do
        {
            if (_lookup.TryGetValue(phrase, out meaning!)) return true;
        }
        while (Phrase.TryCloser(phrase, out phrase));

        return false;
    }
}
