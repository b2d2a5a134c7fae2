using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Finds things that are named by a last word and what stands before it: 电工培训班, 三号车间. From <c>words/nouns.yaml</c>.</summary>
internal sealed class NounFinder
{
    private const int LongestFront = 9;

    /// <summary>A last word as long as this says something alone: 相亲会.</summary>
    private const int LongEnough = 3;

    private readonly WordTrie<Head> _heads = new();
    private readonly HashSet<string> _alone;
    private readonly string[] _stops;

    private NounFinder(DataNode node)
    {
        var lists = node.Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        foreach (var key in (string[])["heads", "alone", "stops"])
        {
            if (!lists.ContainsKey(key)) throw node.Broken($"'{key}' is missing.");
        }

        if (lists.TryGetValue("never", out var never)) AddHeads(never, Head.Never);
        AddHeads(lists["heads"], Head.Name);
        _alone = [.. lists["alone"].Items().Select(i => i.Text())];
        _stops = [.. lists["stops"].Words().Select(w => w.Word)];
    }

    private enum Head
    {
        Name,
        Never,
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong, or a kind of noun is not in it.</exception>
    public static IReadOnlyDictionary<string, NounFinder> Load(string path, params string[] kinds)
    {
        var top = DataFile.Read(path);
        var finders = top.Entries().ToDictionary(e => e.Key, e => new NounFinder(e.Value), StringComparer.Ordinal);
        return kinds.FirstOrDefault(kind => !finders.ContainsKey(kind)) is { } missing ? throw top.Broken($"No nouns for '{missing}'.") : finders;
    }

    /// <summary>The nouns of a text from its beginning on, with the words before them.</summary>
    public IEnumerable<(int Start, int End)> FindAll(SlotSource source)
    {
        var text = source.Text;
        for (var i = 0; i < text.Length;)
        {
            if (!_heads.TryLongest(text.AsSpan(i), out var length, out var head))
            {
                i++;
                continue;
            }

            var end = EndFrom(text, i + length);
            if (head == Head.Name)
            {
                var start = StartBefore(source, i);
                if (start < i || end - i >= LongEnough || _alone.Contains(text[i..end])) yield return (start, end);
            }

            i = end;
        }
    }

    /// <summary>Heads that follow each other are one name: 乒乓球 比赛.</summary>
    private int EndFrom(string text, int end)
    {
        while (_heads.TryLongest(text.AsSpan(end), out var length, out var head) && head == Head.Name) end += length;
        return end;
    }

    private int StartBefore(SlotSource source, int head)
    {
        var text = source.Text;
        var start = head;
        while (start > 0 && head - start < LongestFront && char.IsLetterOrDigit(text[start - 1])
            && !source.IsTime(start - 1) && !EndsWithStop(text.AsSpan(0, start)))
        {
            start--;
        }

        return start;
    }

    private bool EndsWithStop(ReadOnlySpan<char> text)
    {
        foreach (var stop in _stops)
        {
            if (text.EndsWith(stop, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void AddHeads(DataNode list, Head kind)
    {
        foreach (var (word, _) in list.Words()) _heads.TryAdd(word, kind);
    }
}
