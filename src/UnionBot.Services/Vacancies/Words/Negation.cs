namespace UnionBot.Services.Vacancies.Words;

/// <summary>Tells whether what stands around a word turns it into its opposite: 不要夜班, 夜班不行, 不去厂里.</summary>
internal sealed class Negation
{
    private readonly NegationWords _common;
    private readonly string[] _before;
    private readonly string[] _between;
    private readonly string[] _after;
    private readonly string[] _afterAtEnd;
    private readonly string[] _never;

    /// <param name="before">What denies the word behind it.</param>
    /// <param name="after">What denies the word before it.</param>
    public Negation(NegationWords common, IEnumerable<string> before, IEnumerable<string> after) =>
        (_common, _before, _after, _between, _afterAtEnd, _never) = (common, [.. before], [.. after], [], [], []);

    /// <param name="words">The lists not, not-after, not-after-at-end, between and no-negation.</param>
    public Negation(NegationWords common, IReadOnlyDictionary<string, string[]> words)
        : this(common, words["not"], words["not-after"]) =>
        (_between, _afterAtEnd, _never) = (
            [.. words["between"].OrderByDescending(w => w.Length)], words["not-after-at-end"], words["no-negation"]);

    /// <summary>The words found, each with whether it is denied; what is joined to a denied word is denied too.</summary>
    public IEnumerable<(FoundWord<T> Word, bool IsDenied)> Judge<T>(string text, IEnumerable<FoundWord<T>> words)
    {
        FoundWord<T>[] found = [.. words];
        var isDenied = new bool[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            isDenied[i] = IsDeniedBefore(ClauseBefore(text, found[i].Start)) || (i > 0 && isDenied[i - 1] && IsJoined(i - 1));
        }

        for (var i = found.Length - 1; i >= 0; i--)
        {
            isDenied[i] |= IsDeniedAfter(text.AsSpan(found[i].End)) || (i + 1 < found.Length && isDenied[i + 1] && IsJoined(i));
        }

        return found.Zip(isDenied);

        bool IsJoined(int i) => _common.Joins.Contains(text[found[i].End..found[i + 1].Start].Trim());
    }

    /// <summary>Whether what ends here is denied by what stands behind it: 五千以内 不要了.</summary>
    public bool IsDeniedBehind(string text, int end) => IsDeniedAfter(text.AsSpan(end));

    private bool IsDeniedBefore(ReadOnlySpan<char> before)
    {
        while (true)
        {
            if (EndsWithAny(before, _never) > 0) return false;
            if (EndsWithAny(before, _before) > 0) return true;
            if (EndsWithAny(before, _between) is not (> 0 and var filler)) return false;
            before = before[..^filler].TrimEnd();
        }
    }

    private bool IsDeniedAfter(ReadOnlySpan<char> after)
    {
        while (true)
        {
            if (StartsWithAny(after, _after) > 0) return true;
            if (StartsWithAny(after, _afterAtEnd) is > 0 and var length && IsEnd(after[length..])) return true;
            if (StartsWithAny(after, _common.Behind) is not (> 0 and var filler)) return false;
            after = after[filler..];
        }
    }

    private bool IsEnd(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || _common.Ends.Contains(rest[0], StringComparison.Ordinal);

    private static ReadOnlySpan<char> ClauseBefore(string text, int start)
    {
        var before = text.AsSpan(0, start);
        return before[(before.LastIndexOfAny(Clause.Ends) + 1)..].TrimEnd();
    }

    private static int EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal)) return word.Length;
        }

        return 0;
    }

    private static int StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        }

        return 0;
    }
}
