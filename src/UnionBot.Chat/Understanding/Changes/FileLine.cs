namespace UnionBot.Chat.Understanding.Changes;

/// <summary>A line of a template that says something, and the [section] in which it stands.</summary>
internal readonly record struct FileLine(string Section, string Text)
{
    private const string Sectioned = ".txt";

    /// <summary>What a line of names is about: 焊工 of <c>焊工: 电焊工 氩弧焊工</c>; else all of it.</summary>
    public string Key => Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Text[..colon].TrimEnd() : Text;

    /// <summary>The lines of a file without blank ones; of line files also without comments, each in its section.</summary>
    public static IEnumerable<FileLine> In(string path, string text)
    {
        var section = "";
        foreach (var raw in text.Split('\n'))
        {
            if (Of(path, raw, ref section) is { } line) yield return line;
        }
    }

    /// <param name="section">The section that the line stands in, or begins.</param>
    /// <returns>Null for what is no line of content.</returns>
    public static FileLine? Of(string path, string raw, ref string section)
    {
        var line = raw.TrimEnd();
        if (!IsSectioned(path)) return line.Length == 0 ? null : new FileLine("", line);

        line = line.TrimStart();
        if (line is ['[', .., ']'] && !line.Contains(' ', StringComparison.Ordinal))
        {
            section = line;
            return null;
        }

        return line.Length == 0 || line[0] == '#' ? null : new FileLine(section, line);
    }

    /// <summary>Whether the lines of a file stand for themselves, in whatever order.</summary>
    public static bool IsSectioned(string path) => path.EndsWith(Sectioned, StringComparison.Ordinal);
}
