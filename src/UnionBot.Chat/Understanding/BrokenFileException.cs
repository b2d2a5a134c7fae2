namespace UnionBot.Chat.Understanding;

/// <summary>Thrown at start when a template or data file is missing or wrong: names the file, the line and the reason.</summary>
public sealed class BrokenFileException(string file, int line, string reason, Exception? inner = null)
    : Exception($"{file}, line {line}: {reason}", inner)
{
    public string File { get; } = file;

    /// <summary>Counted from 1; 1 also when the whole file is meant.</summary>
    public int Line { get; } = line;

    public string Reason { get; } = reason;
}
