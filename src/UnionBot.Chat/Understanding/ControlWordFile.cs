namespace UnionBot.Chat.Understanding;

/// <summary>Reads <c>understanding/control-words.yaml</c>: for each control word the ways people say it.</summary>
internal static class ControlWordFile
{
    /// <exception cref="BrokenFileException">The file is missing or wrong, or a word stands twice or a control has none.</exception>
    public static WordTable<ControlWord> Read(string path)
    {
        var top = DataFile.Read(path);
        var table = new Dictionary<string, ControlWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, words) in top.Entries())
        {
            if (!Enum.TryParse<ControlWord>(name, ignoreCase: true, out var control))
            {
                throw words.Broken($"'{name}' is not known; allowed are {string.Join(", ", Enum.GetNames<ControlWord>()).ToLowerInvariant()}.");
            }

            foreach (var (word, at) in words.Words())
            {
                if (!table.TryAdd(word, control)) throw at.Broken($"'{word}' already means {table[word]}.");
            }
        }

        foreach (var control in Enum.GetValues<ControlWord>())
        {
            if (!table.ContainsValue(control)) throw top.Broken($"No words for {control}.");
        }

        return new WordTable<ControlWord>(table);
    }
}
