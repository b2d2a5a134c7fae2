using System.Buffers;
using UnionBot.Chat.Safety;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>Reads the folder <c>templates/knowledge</c>.</summary>
internal static class KnowledgeFolder
{
    /// <param name="demo">Whether the answers of <c>knowledge/demo</c> take the place of those they are named after.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong, or a question stands in two entries.</exception>
    public static IReadOnlyList<KnowledgeEntry> ReadEntries(string templates, bool demo)
    {
        var folder = Path.Combine(templates, "knowledge");
        var topics = ReadTopics(Path.Combine(folder, "topics.yaml"));
        var entries = Files(folder).Select(file => KnowledgeFile.Read(file, topics)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        if (entries.Count == 0) throw new BrokenFileException(folder, 1, "There is no answer.");

        RefuseTwins(folder, entries.Values);
        foreach (var file in Files(Path.Combine(folder, "demo")))
        {
            var replaced = KnowledgeFile.ReadDemo(file, entries);
            if (demo) entries[replaced.Id] = replaced;
        }

        return [.. entries.Values.OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong, or names a hotline that is not known.</exception>
    public static IReadOnlyList<Elsewhere> ReadElsewhere(string templates)
    {
        var hotlines = Hotlines.Load(templates);
        return [.. DataFile.Read(Path.Combine(templates, "knowledge", "elsewhere.yaml")).Items().Select(node => ReadOne(node, hotlines))];
    }

    /// <summary>The words of which a question has at least one.</summary>
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static SearchValues<string> ReadAsking(string templates)
    {
        var words = DataFile.Read(Path.Combine(templates, "knowledge", "asking.yaml")).Words().Select(w => w.Word);
        return SearchValues.Create([.. words], StringComparison.Ordinal);
    }

    private static Elsewhere ReadOne(DataNode node, IReadOnlyDictionary<string, Hotline> hotlines)
    {
        var fields = new KnowledgeFields(node, "id", "title", "ask", "signs", "questions");
        var ask = fields.Needed("ask").Items().Select(item =>
            hotlines.TryGetValue(item.Text(), out var hotline) ? hotline : throw item.Broken($"'{item.Text()}' is not in hotlines.yaml."));
        var signs = SearchValues.Create([.. fields.Needed("signs").Words().Select(w => w.Word)], StringComparison.Ordinal);
        return new Elsewhere(fields.Needed("id").Text(), fields.Needed("title").Text(), [.. ask], signs, fields.Texts("questions"));
    }

    private static Dictionary<string, KnowledgeTopic> ReadTopics(string path)
    {
        var topics = new Dictionary<string, KnowledgeTopic>(StringComparer.Ordinal);
        foreach (var (name, node) in DataFile.Read(path).Entries())
        {
            var fields = new KnowledgeFields(node, "title", "legal", "private", "intents");
            topics.Add(name, new KnowledgeTopic(
                name, fields.Needed("title").Text(), fields.IsYes("legal"), fields.IsYes("private"), fields.Intents("intents")));
        }

        return topics;
    }

    private static void RefuseTwins(string folder, IEnumerable<KnowledgeEntry> entries)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var question in entry.Questions)
            {
                if (asked.TryAdd(question, entry.Id)) continue;
                throw new BrokenFileException(
                    Path.Combine(folder, $"{entry.Id}.md"), 1, $"'{question}' is asked in '{asked[question]}' already.");
            }
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal) : [];
}
