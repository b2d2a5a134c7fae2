using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>One phrase of the crisis list, in its parts: 把*砍了 has two.</summary>
internal sealed class CrisisPhrase(CrisisKind kind, string phrase)
{
    /// <summary>What '*' stands for at most, in characters of the same clause.</summary>
    private const int WidestGap = 8;

    private readonly string[] _parts = phrase.Split('*', StringSplitOptions.RemoveEmptyEntries);

    public CrisisKind Kind { get; } = kind;

    /// <summary>The part by which a text is searched first: the longest one.</summary>
    public string Anchor => _parts.MaxBy(part => part.Length)!;

    public bool IsEmpty => _parts.Length == 0;

    /// <summary>Finds the phrase in a clause from <paramref name="from"/> on.</summary>
    /// <returns>Start and end in the clause; null when it is not there.</returns>
    public (int Start, int End)? Find(ReadOnlySpan<char> clause, int from)
    {
        for (var start = from; start < clause.Length; start++)
        {
            var at = clause[start..].IndexOf(_parts[0], StringComparison.Ordinal);
            if (at < 0) return null;

            start += at;
            if (EndFrom(clause, start) is { } end) return (start, end);
        }

        return null;
    }

    private int? EndFrom(ReadOnlySpan<char> clause, int start)
    {
        var end = start + _parts[0].Length;
        foreach (var part in _parts.AsSpan(1))
        {
            var room = clause[end..Math.Min(clause.Length, end + WidestGap + part.Length)];
            var at = room.IndexOf(part, StringComparison.Ordinal);
            if (at < 0) return null;
            end += at + part.Length;
        }

        return end;
    }
}
