using UnionBot.Chat.Calendar;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Reads <c>understanding/dates/festivals.yaml</c>.</summary>
internal static class FestivalFile
{
    /// <returns>By their words, folded.</returns>
    /// <exception cref="BrokenFileException">The file is missing or wrong, or a word names two festivals.</exception>
    public static IReadOnlyDictionary<string, Festival> Read(string path, Folding folding, WhenOptions options)
    {
        var table = new Dictionary<string, Festival>(StringComparer.Ordinal);
        foreach (var node in DataFile.Read(path).Items())
        {
            var (festival, words) = ReadOne(node, options);
            foreach (var (word, at) in words)
            {
                if (!table.TryAdd(folding.Fold(word), festival)) throw at.Broken($"'{word}' already is {table[folding.Fold(word)].Name}.");
            }
        }

        return table;
    }

    private static (Festival Festival, (string, DataNode)[] Words) ReadOne(DataNode node, WhenOptions options)
    {
        string? name = null;
        DayRule? day = null, south = null;
        var use = FestivalUse.Always;
        (string, DataNode)[] words = [];
        foreach (var (key, value) in node.Entries())
        {
            switch (key)
            {
                case "name": name = value.Text(); break;
                case "day": day = Rule(value); break;
                case "south": south = Rule(value); break;
                case "use": use = Use(value); break;
                case "words": words = [.. value.Words()]; break;
                default: throw value.Broken($"'{key}' is not known here; allowed are name, day, south, use, words.");
            }
        }

        if (name is null || day is null || words.Length == 0) throw node.Broken("A festival needs name, day and words.");
        return (new Festival(name, options.SouthernXiaonian && south is not null ? south : day, use), words);
    }

    private static FestivalUse Use(DataNode node) =>
        Enum.TryParse<FestivalUse>(node.Text(), ignoreCase: true, out var use)
            ? use
            : throw node.Broken("'use' is always, careful, beforePart or around.");

    private static DayRule Rule(DataNode node) =>
        DayRule.Parse(node.Text())
        ?? throw node.Broken($"'{node.Text()}' is no day; write 10-01, L1-15, 冬至, 初伏 or 05-W2-7, with days more or less behind it.");
}
