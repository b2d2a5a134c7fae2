using System.Text.RegularExpressions;

namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Takes a message apart into clauses. The words for it are in <c>words/clauses.yaml</c>.</summary>
internal sealed class ClauseReader
{
    private const int ShortestClause = 2;

    private readonly string[] _further;
    private readonly string[] _furtherAtStart;
    private readonly Regex[] _denied;
    private readonly string[] _takenBack;
    private readonly string[] _acts;

    private ClauseReader(DataNode top)
    {
        var lists = top.Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        (_further, _furtherAtStart, _takenBack, _acts) = (Words("further"), Words("further-at-start"), Words("taken-back"), Words("act"));
        var (denials, wishes) = (Either(Words("denial")), Either(Words("wish")));
        _denied =
        [
            new Regex($"(?:{denials})[^,。!?;~]{{1,14}}?[,。!?; ]+(?=(?:{wishes}))", RegexOptions.CultureInvariant),
            new Regex($"(?:{Either(Words("denial-alone"))})[^,。!?;~ ]{{1,10}}?(?=(?:{Either(Words("wish-alone"))}))", RegexOptions.CultureInvariant),
        ];

        string[] Words(string key) => lists.TryGetValue(key, out var list)
            ? [.. list.Words().Select(w => w.Word).OrderByDescending(w => w.Length)]
            : throw top.Broken($"'{key}' is missing.");
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static ClauseReader Load(string path) => new(DataFile.Read(path));

    /// <summary>Leaves out what is denied, and what is taken back: of 改到周四，不对，取消吧 the last stays.</summary>
    public PlainText WithoutDenied(PlainText plain)
    {
        foreach (var pattern in _denied)
        {
            if (pattern.Match(plain.Text) is { Success: true } match && match.Index + match.Length < plain.Text.Length)
            {
                plain = plain.Without(match.Index, match.Index + match.Length);
            }
        }

        foreach (var word in _takenBack)
        {
            var at = plain.Text.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && at + word.Length + ShortestClause < plain.Text.Length) return plain.Part(at + word.Length, plain.Text.Length);
        }

        return plain;
    }

    /// <summary>The parts before and behind words like 另外 and 顺便; the whole text when there are none.</summary>
    public IReadOnlyList<PlainText> SplitAtFurther(PlainText plain)
    {
        var parts = new List<PlainText>();
        var start = 0;
        for (var i = 1; i < plain.Text.Length; i++)
        {
            var rest = plain.Text.AsSpan(i);
            var isStart = Clause.Ends.Contains(plain.Text[i - 1]);
            if (!StartsWithAny(rest, _further) && !(isStart && StartsWithAny(rest, _furtherAtStart))) continue;
            if (i - start < ShortestClause) continue;

            parts.Add(plain.Part(start, i));
            start = i;
        }

        parts.Add(plain.Part(start, plain.Text.Length));
        return parts;
    }

    /// <summary>Where something that is to be done may begin inside of a clause: before 查, 找, 再.</summary>
    public IEnumerable<int> StartsOfActs(string clause)
    {
        for (var i = ShortestClause; i <= clause.Length - ShortestClause; i++)
        {
            if (StartsWithAny(clause.AsSpan(i), _acts)) yield return i;
        }
    }

    public bool HasAct(string part) => Array.Exists(_acts, act => part.Contains(act, StringComparison.Ordinal));

    /// <summary>The clauses of a text; what is too short to say anything goes with the one before it.</summary>
    public static IReadOnlyList<PlainText> Split(PlainText plain)
    {
        var parts = new List<PlainText>();
        var start = 0;
        for (var i = 0; i < plain.Text.Length; i++)
        {
            if (!Clause.Ends.Contains(plain.Text[i]) || i - start < ShortestClause) continue;
            parts.Add(plain.Part(start, i));
            start = i + 1;
        }

        if (plain.Text.Length - start >= ShortestClause) parts.Add(plain.Part(start, plain.Text.Length));
        return parts;
    }

    private static string Either(string[] words) => string.Join('|', words.Select(Regex.Escape));

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
