using UnionBot.Chat.Safety;

namespace UnionBot.Chat.Understanding;

/// <summary>Reads <c>understanding/wishes.yaml</c>: what each intent is called, and which hotline knows about it.</summary>
internal static class WishFile
{
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static IReadOnlyDictionary<Intent, Wish> Read(string path, IReadOnlyDictionary<string, Hotline> hotlines)
    {
        var wishes = new Dictionary<Intent, Wish>();
        foreach (var (name, node) in DataFile.Read(path).Entries())
        {
            if (IntentNames.Find(name) is not { } intent) throw node.Broken($"'{name}' is no intent.");

            var fields = node.Entries().ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
            if (!fields.TryGetValue("title", out var title)) throw node.Broken("A wish needs a title.");
            if (!fields.TryGetValue("hotline", out var line)) throw node.Broken("A wish needs a hotline.");
            if (!hotlines.ContainsKey(line.Text())) throw line.Broken($"'{line.Text()}' is not in hotlines.yaml.");
            wishes.Add(intent, new Wish(intent, title.Text(), line.Text()));
        }

        return wishes;
    }
}
