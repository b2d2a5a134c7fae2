using System.Text;

namespace UnionBot.Chat.Understanding;

/// <summary>Reads the account's menu, held to the platform's limits and to what the bot can really do.</summary>
internal sealed class AccountMenuFile(Vocabulary vocabulary, IReadOnlyCollection<string> pages)
{
    private static readonly Level Top = new(MostEntries: 3, LongestName: 16);
    private static readonly Level Below = new(MostEntries: 5, LongestName: 60);

    /// <summary>In bytes, as the platform counts.</summary>
    private const int LongestKey = 128;

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public AccountMenu Read(string path) => new(ReadAll(DataFile.Read(path), Top));

    private MenuEntry[] ReadAll(DataNode node, Level level)
    {
        MenuEntry[] entries = [.. node.Items().Select(item => ReadOne(item, level))];
        return entries.Length > 0 && entries.Length <= level.MostEntries
            ? entries
            : throw node.Broken($"There are {entries.Length} entries here; the platform takes 1 to {level.MostEntries}.");
    }

    private MenuEntry ReadOne(DataNode node, Level level)
    {
        string? name = null, opens = null, page = null;
        MenuEntry[] entries = [];
        foreach (var (key, value) in node.Entries())
        {
            switch (key)
            {
                case "name": name = Name(value, level); break;
                case "opens": opens = Opens(value); break;
                case "page": page = Page(value); break;
                case "entries" when level == Top: entries = ReadAll(value, Below); break;
                case "entries": throw value.Broken("The platform's menu has no third level.");
                default: throw value.Broken($"'{key}' is not known here; allowed are name, opens, page, entries.");
            }
        }

        if (name is null) throw node.Broken("An entry needs a name.");
        var deeds = (opens is null ? 0 : 1) + (page is null ? 0 : 1) + (entries.Length == 0 ? 0 : 1);
        return deeds == 1
            ? new MenuEntry(name, opens, page, entries)
            : throw node.Broken($"'{name}' needs one of opens, page, entries.");
    }

    private static string Name(DataNode node, Level level) => Bytes(node.Text()) <= level.LongestName
        ? node.Text()
        : throw node.Broken($"'{node.Text()}' has {Bytes(node.Text())} bytes; the platform takes {level.LongestName} here.");

    private string Opens(DataNode node)
    {
        var key = node.Text();
        if (Bytes(key) > LongestKey) throw node.Broken($"'{key}' has {Bytes(key)} bytes; the platform takes {LongestKey}.");
        return vocabulary.Opens(key) ? key : throw node.Broken($"'{key}' is no dialog, no key of one and no control word.");
    }

    private string Page(DataNode node) => pages.Contains(node.Text())
        ? node.Text()
        : throw node.Broken($"There is no page '{node.Text()}'; there are {string.Join(", ", pages)}.");

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private sealed record Level(int MostEntries, int LongestName);
}
