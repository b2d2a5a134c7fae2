namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>The words that days and times are named by, read from <c>understanding/dates</c>.</summary>
/// <param name="Days">Days by their distance from today: 明天 is 1, 昨天 -1.</param>
internal sealed record DateWords(WordList<int> Days)
{
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong, or a word stands twice in a list.</exception>
    public static DateWords Load(string folder) =>
        DateWordFile.Read(Path.Combine(folder, "understanding", "dates", "words.yaml"));
}
