using System.Globalization;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>The named fields of one node of a data file; every name must be known and every needed one be there.</summary>
internal sealed class KnowledgeFields
{
    private readonly DataNode _node;
    private readonly Dictionary<string, DataNode> _fields;

    public KnowledgeFields(DataNode node, params string[] known)
    {
        (_node, _fields) = (node, new Dictionary<string, DataNode>(StringComparer.Ordinal));
        foreach (var (key, value) in node.Entries())
        {
            if (!known.Contains(key)) throw value.Broken($"'{key}' is not known here; allowed are {string.Join(", ", known)}.");
            if (!_fields.TryAdd(key, value)) throw value.Broken($"'{key}' stands here twice.");
        }
    }

    public DataNode Needed(string name) => _fields.TryGetValue(name, out var value) ? value : throw _node.Broken($"'{name}' is missing.");

    public DataNode? Find(string name) => _fields.TryGetValue(name, out var value) ? value : null;

    public bool IsYes(string name) => _fields.TryGetValue(name, out var value) && value.Text() is "true" or "yes";

    public IReadOnlyList<string> Texts(string name) =>
        _fields.TryGetValue(name, out var value) ? [.. value.Items().Select(item => item.Text())] : [];

    public IReadOnlyList<Intent> Intents(string name) => _fields.TryGetValue(name, out var value)
        ? [.. value.Items().Select(item => IntentNames.Find(item.Text()) ?? throw item.Broken($"'{item.Text()}' is no intent."))]
        : [];

    /// <param name="none">The word for no day.</param>
    public DateOnly? Day(string name, string none)
    {
        if (!_fields.TryGetValue(name, out var value) || value.Text() == none) return null;

        return DateOnly.TryParseExact(value.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw value.Broken($"'{value.Text()}' is neither a day like 2026-11-21 nor '{none}'.");
    }
}
