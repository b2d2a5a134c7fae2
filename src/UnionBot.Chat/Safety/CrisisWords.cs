using System.Buffers;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Safety;

/// <summary>Tells whether life or safety is at stake in what a person writes.</summary>
internal sealed class CrisisWords
{
    private static readonly SearchValues<char> EndOfClause = SearchValues.Create(",，。.!！?？;；、~…\n ");

    /// <summary>Longer texts are searched as they are, without looking for letters set apart by blanks.</summary>
    private const int LongestSpread = 1024;

    private readonly CrisisPhrase[] _phrases;
    private readonly Dictionary<CrisisKind, CrisisExceptions> _exceptions;
    private readonly CrisisContext _context;
    private readonly Assurances _assurances;
    private readonly CallsForHelp _calls;
    private readonly SearchValues<string> _anchors;

    public CrisisWords(
        CrisisPhrase[] phrases,
        Dictionary<CrisisKind, CrisisExceptions> exceptions,
        CrisisContext context,
        Assurances assurances,
        CallsForHelp calls)
    {
        (_phrases, _exceptions, _context, _assurances, _calls) = (phrases, exceptions, context, assurances, calls);
        _anchors = SearchValues.Create([.. phrases.Select(p => p.Anchor).Distinct()], StringComparison.Ordinal);
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static CrisisWords Load(string path) => CrisisFile.Read(path);

    /// <summary>What a message says besides that help is there, or that it was not meant so.</summary>
    /// <returns>Null when it says nothing of the kind, or names a danger as well.</returns>
    public string? BesidesAssurance(string text) => _assurances.RestOf(text) is { } rest && Find(rest) is null ? rest : null;

    /// <inheritdoc cref="CallsForHelp.Find"/>
    public CrisisKind? FindCall(string text) => _calls.Find(text);

    /// <param name="text">Normalised text, as in <see cref="Input.Text"/>.</param>
    /// <returns>What is at stake, the gravest first; null in nearly every message.</returns>
    public CrisisKind? Find(ReadOnlySpan<char> text)
    {
        if (FindIn(text) is { } kind) return kind;
        if (text.Length > LongestSpread || !text.Contains(' ')) return null;

        // 不 想 活 了
        Span<char> together = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (c != ' ') together[length++] = c;
        }

        return FindIn(together[..length]);
    }

    private CrisisKind? FindIn(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(_anchors)) return null;

        var isNow = ContainsAny(text, _context.Now);
        CrisisKind? gravest = null;
        var start = 0;
        while (start < text.Length)
        {
            var length = text[start..].IndexOfAny(EndOfClause);
            var end = length < 0 ? text.Length : start + length;
            var telling = isNow ? default : new Telling(text[..end], text);
            if (FindInClause(text[start..end], telling) is { } kind && (gravest is null || kind < gravest)) gravest = kind;
            start = end + 1;
        }

        return gravest;
    }

    private CrisisKind? FindInClause(ReadOnlySpan<char> clause, Telling telling)
    {
        foreach (var phrase in _phrases)
        {
            var from = 0;
            while (phrase.Find(clause, from) is var (start, end))
            {
                if (IsMeant(phrase.Kind, clause, start, end, telling)) return phrase.Kind;
                from = start + 1;
            }
        }

        return null;
    }

    private bool IsMeant(CrisisKind kind, ReadOnlySpan<char> clause, int start, int end, Telling telling)
    {
        var exceptions = _exceptions[kind];
        if (exceptions.IsHarmless(clause, start, end)) return false;

        var before = clause[..start];
        if (EndsWithAny(before, _context.Denied)) return false;
        return EndsWithAny(before, _context.Intended)
            || !(ContainsAny(telling.UpToHere, exceptions.Reported) || ContainsAny(telling.Whole, exceptions.Asked));
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The text up to the end of a clause, and the whole of it; both empty when it speaks of now.</summary>
    private readonly ref struct Telling(ReadOnlySpan<char> upToHere, ReadOnlySpan<char> whole)
    {
        public readonly ReadOnlySpan<char> UpToHere = upToHere;

        public readonly ReadOnlySpan<char> Whole = whole;
    }
}
