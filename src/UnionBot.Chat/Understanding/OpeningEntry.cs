using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding;

/// <summary>One entry of <c>understanding/openings/{service}.yaml</c>, with the place where it is written.</summary>
/// <param name="Intents">What people want who are helped by it.</param>
/// <param name="Phrases">What opens it inside of a short message: 编号*咋样.</param>
/// <param name="Beginnings">With what a message begins that opens it, however it goes on: LA-.</param>
/// <param name="BeforePhone">Words that open it only with a phone number behind them: 改成137….</param>
/// <param name="TakesNumber">Whether the words may be followed by a number: 收到 12.</param>
internal sealed record OpeningEntry(
    Opening Opening,
    IReadOnlyList<(string Word, DataNode At)> Words,
    IReadOnlyList<(string Word, DataNode At)> Keys,
    IReadOnlyList<Intent> Intents,
    IReadOnlyList<WordPattern> Phrases,
    IReadOnlyList<string> Beginnings,
    bool TakesNumber,
    IReadOnlyList<(string Word, DataNode At)> BeforePhone,
    DataNode Node)
{
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static IEnumerable<OpeningEntry> Read(string path, string service) =>
        [.. DataFile.Read(path).Items().Select(node => ReadOne(node, service))];

    private static OpeningEntry ReadOne(DataNode node, string service)
    {
        string? dialog = null, title = null;
        var (inMenu, takesNumber, answersFirst) = (false, false, false);
        (string Word, DataNode At)[] words = [], keys = [], beforePhone = [];
        Intent[] intents = [];
        WordPattern[] phrases = [];
        string[] beginnings = [];
        foreach (var (key, value) in node.Entries())
        {
            switch (key)
            {
                case "dialog": dialog = value.Text(); break;
                case "title": title = value.Text(); break;
                case "menu": inMenu = value.Text() is "true" or "yes"; break;
                case "answers-first": answersFirst = value.Text() is "true" or "yes"; break;
                case "number": takesNumber = value.Text() is "true" or "yes"; break;
                case "words": words = [.. value.Words()]; break;
                case "before-phone": beforePhone = [.. value.Words()]; break;
                case "keys": keys = [.. value.Items().Select(item => (item.Text(), item))]; break;
                case "beginnings": beginnings = [.. value.Items().Select(item => item.Text())]; break;
                case "phrases": phrases = [.. value.Items().Select(PhraseIn)]; break;
                case "intents": intents = [.. value.Items().Select(IntentNamed)]; break;
                default: throw value.Broken($"'{key}' is not known here; allowed are dialog, title, menu, answers-first, number, words, before-phone, phrases, beginnings, keys, intents.");
            }
        }

        if (dialog is null || title is null) throw node.Broken("An entry needs a dialog and a title.");
        return dialog.StartsWith(service + "/", StringComparison.Ordinal)
            ? new OpeningEntry(new Opening(dialog, title, inMenu, answersFirst), words, keys, intents, phrases, beginnings, takesNumber, beforePhone, node)
            : throw node.Broken($"A dialog of this file is named '{service}/…', not '{dialog}'.");
    }

    private static WordPattern PhraseIn(DataNode node) =>
        WordPattern.Parse(node.Text(), _ => null) ?? throw node.Broken("A part of the phrase is empty, or names a class; there are none here.");

    private static Intent IntentNamed(DataNode node) =>
        IntentNames.Find(node.Text()) ?? throw node.Broken($"'{node.Text()}' is no intent.");
}
