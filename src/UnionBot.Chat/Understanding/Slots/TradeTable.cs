using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Every trade by the names people have for it, in groups of neighbours. From <c>words/trades.txt</c>.</summary>
public sealed class TradeTable
{
    private readonly WordTrie<Trade> _names = new();

    private TradeTable()
    {
    }

    public IReadOnlyList<Trade> All { get; private set; } = [];

    /// <exception cref="BrokenFileException">The file is missing or a line is wrong.</exception>
    public static TradeTable Load(string path)
    {
        var table = new TradeTable();
        var trades = new List<Trade>();
        var group = "";
        foreach (var line in LineFile.Read(path))
        {
            if (line.Text is ['[', .., ']'])
            {
                group = line.Text[1..^1];
                continue;
            }

            if (group.Length == 0) throw line.Broken("A trade stands behind a [group].");
            trades.Add(table.Add(line, group));
        }

        table.All = trades;
        return table;
    }

    /// <summary>The longest name of a trade that begins at the beginning of a text; null when none does.</summary>
    /// <param name="length">How long the name is.</param>
    public Trade? Longest(ReadOnlySpan<char> text, out int length) => _names.TryLongest(text, out length, out var trade) ? trade : null;

    /// <summary>The trades that a text names, from left to right, each name with its place.</summary>
    public IEnumerable<(Trade Trade, int Start, int End)> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Longest(text.AsSpan(i), out var length) is not { } trade)
            {
                i++;
                continue;
            }

            yield return (trade, i, i + length);
            i += length;
        }
    }

    private Trade Add(DataLine line, string group)
    {
        var (name, others) = line.Text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? (line.Text[..colon], line.Text[(colon + 1)..])
            : (line.Text, "");
        string[] aliases = [.. others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextNormaliser.Normalise)];

        var trade = new Trade(TextNormaliser.Normalise(name), group, aliases);
        foreach (var word in (string[])[trade.Name, .. aliases])
        {
            if (!_names.TryAdd(word, trade)) throw line.Broken($"'{word}' stands here twice.");
        }

        return trade;
    }
}

/// <summary>A trade.</summary>
/// <param name="Group">Trades of one group are neighbours.</param>
/// <param name="Aliases">Other names people have for it.</param>
public sealed record Trade(string Name, string Group, IReadOnlyList<string> Aliases);
