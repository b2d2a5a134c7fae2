namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Reads a data file of lines: trimmed, without empty ones and comments (#).</summary>
internal static class LineFile
{
    /// <exception cref="BrokenFileException">The file is missing.</exception>
    public static IEnumerable<DataLine> Read(string path)
    {
        if (!File.Exists(path)) throw new BrokenFileException(path, 1, "The file is missing.");

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#') yield return new DataLine(path, number, text);
        }
    }
}

/// <summary>One line of a data file.</summary>
internal readonly record struct DataLine(string File, int Number, string Text)
{
    public BrokenFileException Broken(string reason) => new(File, Number, reason);
}
