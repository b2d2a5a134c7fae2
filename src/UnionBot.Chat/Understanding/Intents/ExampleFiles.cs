using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// Reads the example sentences: one file per intent, <c>[style]</c> begins the sentences of one way of speaking, every other
/// line is a sentence.
/// </summary>
internal static class ExampleFiles
{
    private const string NoStyle = "plain";
    private const int LongestSentence = 200;

    /// <param name="folder">The folder with <c>{label}.txt</c> for each label.</param>
    /// <exception cref="BrokenFileException">A file is missing or a line is wrong.</exception>
    public static IEnumerable<Example> Read(string folder, IEnumerable<string> labels) =>
        labels.SelectMany(label => ReadOne(Path.Combine(folder, $"{label}.txt"), label));

    private static IEnumerable<Example> ReadOne(string path, string label)
    {
        var style = NoStyle;
        var count = 0;
        foreach (var line in LineFile.Read(path))
        {
            if (line.Text[0] == '[' && line.Text[^1] == ']' && !line.Text.Contains(' ', StringComparison.Ordinal) && IsStyle(line.Text[1..^1]))
            {
                style = line.Text[1..^1];
                continue;
            }

            if (line.Text.Length > LongestSentence) throw line.Broken($"A sentence is longer than {LongestSentence} characters.");
            count++;
            yield return new Example(label, style, line.Text, line);
        }

        if (count == 0) throw new BrokenFileException(path, 1, "The file has no sentences.");
    }

    /// <summary>A message can be in brackets too: [图片].</summary>
    private static bool IsStyle(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
