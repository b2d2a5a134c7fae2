namespace UnionBot.Services.Vacancies.Words;

/// <summary>Finds the words of a list in a text, from left to right; of words at one place the longest.</summary>
internal sealed class WordFinder<T>
{
    private readonly Dictionary<char, (string Word, T Meaning)[]> _byFirst;

    public WordFinder(IEnumerable<KeyValuePair<string, T>> words) => _byFirst = words
        .GroupBy(w => w.Key[0])
        .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Key.Length).Select(w => (w.Key, w.Value)).ToArray());

    public IEnumerable<FoundWord<T>> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (At(text, i) is not { } found)
            {
                i++;
                continue;
            }

            yield return found;
            i = found.End;
        }
    }

    private FoundWord<T>? At(string text, int at)
    {
        if (!_byFirst.TryGetValue(text[at], out var words)) return null;
        foreach (var (word, meaning) in words)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return new FoundWord<T>(at, at + word.Length, meaning);
        }

        return null;
    }
}

/// <param name="End">Behind its last character.</param>
internal readonly record struct FoundWord<T>(int Start, int End, T Meaning);
