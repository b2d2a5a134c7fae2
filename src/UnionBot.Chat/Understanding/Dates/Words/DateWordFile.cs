using System.Globalization;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Reads <c>understanding/dates/words.yaml</c>.</summary>
internal static class DateWordFile
{
    /// <exception cref="BrokenFileException">The file is missing or wrong, or a word stands twice in a list.</exception>
    public static DateWords Read(string path)
    {
        var top = DataFile.Read(path);
        WordList<int>? days = null;
        foreach (var (key, value) in top.Entries())
        {
            switch (key)
            {
                case "days": days = Numbered(value); break;
                default: throw value.Broken($"'{key}' is not known here; allowed is days.");
            }
        }

        return new DateWords(days ?? throw top.Broken("'days' is missing."));
    }

    /// <summary>Lists of words under whole numbers.</summary>
    private static WordList<int> Numbered(DataNode node)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, words) in node.Entries())
        {
            if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                throw words.Broken($"'{key}' is no whole number.");
            }

            foreach (var (word, at) in words.Words())
            {
                if (!table.TryAdd(word, number)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        return new WordList<int>(table);
    }
}
