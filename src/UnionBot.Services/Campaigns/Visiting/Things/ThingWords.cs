using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>The words of <c>campaigns/things.yaml</c> and <c>campaigns/items.yaml</c>.</summary>
internal sealed partial class ThingWords
{
    private static readonly ThingWord[] All = Enum.GetValues<ThingWord>();

    private readonly Dictionary<ThingWord, WordTrie<string>> _counting = new()
    {
        [ThingWord.Yuan] = new(),
        [ThingWord.Weight] = new(),
        [ThingWord.Counters] = new(),
        [ThingWord.OtherCounters] = new(),
    };

    private readonly WordTrie<ThingWord> _words = new();
    private readonly WordTrie<ItemKind> _items = new();

    private ThingWords(IReadOnlyList<ItemKind> kinds) => Kinds = kinds;

    public IReadOnlyList<ItemKind> Kinds { get; }

    /// <exception cref="BrokenFileException">A file is missing or wrong, or a word stands in it twice.</exception>
    public static ThingWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("campaigns", "things.yaml")).Sections([.. All.Select(NameOf)]);
        var any = lists[(int)ThingWord.AnyCounters].Words().Select(w => w.Word).ToHashSet();
        var words = new ThingWords([.. DataFile.Read(folder.Understanding("campaigns", "items.yaml")).Entries().Select(e => ItemKind.Read(e.Key, e.Value, any))]);
        foreach (var kind in words.Kinds) words.Add(kind);

        foreach (var word in All) words.Add(word, lists[(int)word]);
        return words;
    }

    public bool TryWord(ReadOnlySpan<char> text, out int length, out ThingWord word) => _words.TryLongest(text, out length, out word);

    public bool TryItem(ReadOnlySpan<char> text, out int length, out ItemKind? kind) => _items.TryLongest(text, out length, out kind);

    /// <summary>A word that stands behind a number: what is counted in it.</summary>
    public bool TryCounting(ReadOnlySpan<char> text, out int length, out ThingWord word)
    {
        (length, word) = (0, default);
        foreach (var (list, trie) in _counting)
        {
            if (trie.TryLongest(text, out var longer, out _) && longer > length) (length, word) = (longer, list);
        }

        return length > 0;
    }

    /// <summary>The kind whose longest name is in the name of a thing.</summary>
    public ItemKind? KindOf(string name) => Kinds
        .SelectMany(kind => kind.Names.Where(n => name.Contains(n, StringComparison.Ordinal)).Select(n => (kind, n.Length)))
        .OrderByDescending(found => found.Length).Select(found => found.kind).FirstOrDefault();

    private void Add(ItemKind kind)
    {
        foreach (var name in kind.Names)
        {
            if (!_items.TryAdd(name, kind)) throw kind.At.Broken($"'{name}' is another thing already.");
        }

        foreach (var unit in kind.Units.SelectMany(same => same)) _counting[ThingWord.Counters].TryAdd(unit, unit);
    }

    private void Add(ThingWord list, DataNode at)
    {
        foreach (var (word, where) in at.Words())
        {
            var isNew = _counting.TryGetValue(list is ThingWord.AnyCounters ? ThingWord.Counters : list, out var trie) ? trie.TryAdd(word, word) || list is ThingWord.Counters or ThingWord.AnyCounters : _words.TryAdd(word, list);
            if (!isNew) throw where.Broken($"'{word}' stands here twice.");
        }
    }

    private static string NameOf(ThingWord word) => Humps().Replace(word.ToString(), "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
