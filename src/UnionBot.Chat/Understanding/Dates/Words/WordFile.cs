using System.Globalization;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Takes the sections of a file of word lists one by one, and refuses what is missing, left over or written twice.</summary>
internal sealed class WordFile
{
    private readonly DataNode _top;
    private readonly Dictionary<string, DataNode> _sections = new(StringComparer.Ordinal);

    public WordFile(DataNode top)
    {
        _top = top;
        foreach (var (key, value) in top.Entries())
        {
            if (!_sections.TryAdd(key, value)) throw value.Broken($"'{key}' stands here twice.");
        }

        Folding = Folding.Of(Section("characters"));
    }

    public Folding Folding { get; }

    public DataNode Section(string name) =>
        _sections.Remove(name, out var node) ? node : throw _top.Broken($"'{name}' is missing.");

    public WordSet Set(string name) => new(Words(Section(name)).Select(w => w.Word));

    /// <summary>Lists of words under whole numbers.</summary>
    public WordList<int> Numbered(string name) => Table<int>(Section(name), key =>
        int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>Lists of words under the names of an enumeration; each name is there.</summary>
    public WordList<T> Named<T>(string name)
        where T : struct, Enum
    {
        var node = Section(name);
        var keys = node.Entries().Select(e => e.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = Enum.GetNames<T>().FirstOrDefault(n => !keys.Contains(n));
        return missing is null
            ? Table<T>(node, key => Enum.TryParse<T>(key, ignoreCase: true, out var value) ? value : null)
            : throw node.Broken($"There are no words for '{missing.ToLowerInvariant()}'.");
    }

    /// <summary>The words of a list, folded as texts are.</summary>
    public IEnumerable<(string Word, DataNode At)> Words(DataNode node) =>
        node.Words().Select(w => (Folding.Fold(w.Word), w.At));

    /// <exception cref="BrokenFileException">There is a section that nobody asked for.</exception>
    public void End()
    {
        foreach (var (key, value) in _sections) throw value.Broken($"'{key}' is not known here.");
    }

    private WordList<T> Table<T>(DataNode node, Func<string, T?> meaningOf)
        where T : struct
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, words) in node.Entries())
        {
            if (meaningOf(key) is not { } meaning) throw words.Broken($"'{key}' is not known here.");
            foreach (var (word, at) in Words(words))
            {
                if (!table.TryAdd(word, meaning)) throw at.Broken($"'{word}' stands in this section twice.");
            }
        }

        return new WordList<T>(table);
    }
}
