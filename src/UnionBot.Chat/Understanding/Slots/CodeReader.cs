using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads one slot that is a code: the first code with a phrase in the text. From <c>words/codes.yaml</c>.</summary>
/// <param name="firstSaid">The code whose phrase stands first in the text wins, instead of the first of the file.</param>
internal sealed class CodeReader(string slot, bool firstSaid, IReadOnlyList<(string Code, IReadOnlyList<WordPattern> Phrases)> codes) : ISlotReader
{
    private const string FirstSaid = "first-said";

    public IReadOnlyList<string> Finds { get; } = [slot];

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static IEnumerable<CodeReader> Load(string path, Lexicon lexicon)
    {
        var top = DataFile.Read(path);
        var readers = new List<CodeReader>();
        var firstSaid = new List<string>();
        foreach (var (slot, node) in top.Entries())
        {
            if (slot == FirstSaid)
            {
                firstSaid.AddRange(node.Words().Select(w => w.Word));
                continue;
            }

            if (!SlotNames.Coded.Contains(slot)) throw node.Broken($"'{slot}' is no slot that has codes.");
            readers.Add(new CodeReader(slot, firstSaid.Contains(slot), [.. node.Entries().Select(e => (e.Key.TrimEnd('+'), Phrases(e.Value, lexicon)))]));
        }

        return SlotNames.Coded.FirstOrDefault(s => !readers.Exists(r => r.Finds[0] == s)) is { } missing
            ? throw top.Broken($"No codes for '{missing}'.")
            : readers;
    }

    public void Read(SlotSource source, SlotSheet sheet) => sheet.Put(slot, Find(source.Text));

    /// <returns>Null when no phrase of any code is in the text.</returns>
    public string? Find(ReadOnlySpan<char> text)
    {
        string? found = null;
        var earliest = int.MaxValue;
        foreach (var (code, phrases) in codes)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Find(text, 0) is not var (start, _) || start >= earliest) continue;
                if (!firstSaid) return code;
                (found, earliest) = (code, start);
            }
        }

        return found;
    }

    private static IReadOnlyList<WordPattern> Phrases(DataNode node, Lexicon lexicon) =>
        [.. node.Words().Select(w => WordPattern.Parse(w.Word, lexicon.ClassNamed)
            ?? throw w.At.Broken($"'{w.Word}' has an empty part, or names no class of synonyms.yaml."))];
}
