namespace UnionBot.Chat.Understanding.Changes;

/// <summary>Which lines of a file staff added, and which they took away.</summary>
internal sealed class LineChange
{
    /// <summary>In these files a line is known by the name before its colon: no two lines name the same.</summary>
    private const string Named = "understanding/words/";

    private readonly string _path;
    private readonly List<FileLine> _added;
    private readonly HashSet<FileLine> _removed;

    public LineChange(string path, string before, string after)
    {
        _path = path;
        var (old, now) = (FileLine.In(path, before).ToHashSet(), FileLine.In(path, after).ToHashSet());
        _added = [.. FileLine.In(path, after).Where(line => !old.Contains(line)).Distinct()];
        _removed = [.. old.Where(line => !now.Contains(line))];
    }

    /// <summary>Whether a file says all of it already.</summary>
    public bool IsIn(string text)
    {
        var there = FileLine.In(_path, text).ToHashSet();
        return _added.TrueForAll(there.Contains) && !_removed.Overlaps(there);
    }

    /// <summary>The same change made to another file of lines.</summary>
    /// <param name="otherwise">A line that reads otherwise there than where the change was made; null when there is none.</param>
    public string Over(string text, out string? otherwise)
    {
        var keys = _added.DistinctBy(KeyOf).ToDictionary(KeyOf, StringComparer.Ordinal);
        var missing = _removed.Except(FileLine.In(_path, text)).FirstOrDefault(line => !keys.ContainsKey(KeyOf(line)));
        otherwise = missing.Text;

        var (lines, ends, section) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal), "");
        foreach (var raw in text.Split('\n'))
        {
            var line = FileLine.Of(_path, raw, ref section);
            if (line is { } taken && keys.TryGetValue(KeyOf(taken), out var ours))
            {
                if (!_removed.Contains(taken) && taken.Text != ours.Text) otherwise ??= taken.Text;
                continue;
            }

            if (line is { } gone && _removed.Contains(gone)) continue;

            lines.Add(raw);
            if (line is not null || raw.Trim() == section) ends[section] = lines.Count;
        }

        Insert(lines, ends);
        return string.Join('\n', lines);
    }

    /// <summary>Puts what was added at the end of its sections, the last first, so that the other places stay true.</summary>
    private void Insert(List<string> lines, Dictionary<string, int> ends)
    {
        var sections = _added.GroupBy(line => line.Section, line => line.Text).ToList();
        foreach (var known in sections.Where(s => ends.ContainsKey(s.Key)).OrderByDescending(s => ends[s.Key])) lines.InsertRange(ends[known.Key], known);
        foreach (var fresh in sections.Where(s => !ends.ContainsKey(s.Key)))
        {
            if (fresh.Key.Length == 0) lines.InsertRange(0, fresh);
            else lines.AddRange([fresh.Key, .. fresh, ""]);
        }
    }

    private string KeyOf(FileLine line) => _path.StartsWith(Named, StringComparison.Ordinal) ? line.Key : line.Text;
}
