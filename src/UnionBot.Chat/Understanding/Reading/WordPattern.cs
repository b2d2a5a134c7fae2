namespace UnionBot.Chat.Understanding.Reading;

/// <summary>A phrase in parts: <c>*</c> is a gap within the clause, <c>|</c> one or the other: 欠|拖欠*工资|工钱.</summary>
internal sealed class WordPattern(IReadOnlyList<IReadOnlyList<string>> parts)
{
    /// <summary>What '*' stands for at most, in characters.</summary>
    private const int WidestGap = 8;

    /// <param name="classes">The words of a class, for &lt;class&gt;; null when there is no such class.</param>
    /// <returns>Null when a part is empty or names no class.</returns>
    public static WordPattern? Parse(string phrase, Func<string, IReadOnlyList<string>?> classes)
    {
        var parts = new List<IReadOnlyList<string>>();
        foreach (var part in phrase.Split('*'))
        {
            var words = new List<string>();
            foreach (var word in part.Split('|'))
            {
                if (word is not ['<', .., '>'])
                {
                    words.Add(word);
                    continue;
                }

                if (classes(word[1..^1]) is not { } members) return null;
                words.AddRange(members);
            }

            if (words.Exists(w => w.Length == 0)) return null;
            parts.Add(words);
        }

        return new WordPattern(parts);
    }

    public bool IsIn(ReadOnlySpan<char> text) => Find(text, 0) is not null;

    /// <returns>Start and end of the first place where the phrase is; null when it is nowhere.</returns>
    public (int Start, int End)? Find(ReadOnlySpan<char> text, int from)
    {
        foreach (var word in parts[0])
        {
            for (var at = from; at < text.Length;)
            {
                var found = text[at..].IndexOf(word, StringComparison.Ordinal);
                if (found < 0) break;

                at += found;
                if (EndOf(text, at + word.Length, 1) is { } end) return (at, end);
                at++;
            }
        }

        return null;
    }

    private int? EndOf(ReadOnlySpan<char> text, int end, int part)
    {
        if (part == parts.Count) return end;

        foreach (var word in parts[part])
        {
            var room = text[end..Math.Min(text.Length, end + WidestGap + word.Length)];
            var at = room.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || room[..at].ContainsAny(Clause.Ends)) continue;
            if (EndOf(text, end + at + word.Length, part + 1) is { } whole) return whole;
        }

        return null;
    }
}
