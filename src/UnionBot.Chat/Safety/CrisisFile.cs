using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Safety;

/// <summary>Reads <c>understanding/crisis.yaml</c>.</summary>
internal static class CrisisFile
{
    /// <exception cref="BrokenFileException">The file is missing or wrong, or a kind of crisis has no phrases.</exception>
    public static CrisisWords Read(string path)
    {
        var top = DataFile.Read(path);
        var phrases = new List<CrisisPhrase>();
        var exceptions = new Dictionary<CrisisKind, CrisisExceptions>();
        var calls = new Dictionary<string, CrisisKind>();
        string[] denied = [], intended = [], now = [], unassured = [];
        WordPattern[] assured = [];
        foreach (var (key, value) in top.Entries())
        {
            switch (key)
            {
                case "denied": denied = Words(value); break;
                case "intended": intended = Words(value); break;
                case "now": now = Words(value); break;
                case "assured": assured = [.. value.Words().Select(w => Pattern(w.Word, w.At))]; break;
                case "unassured": unassured = Words(value); break;
                case "calls": ReadCalls(value, calls); break;
                default: ReadKind(KindOf(key, value), value, phrases, exceptions); break;
            }
        }

        foreach (var kind in Enum.GetValues<CrisisKind>())
        {
            if (phrases.TrueForAll(p => p.Kind != kind)) throw top.Broken($"No phrases for {kind}.");
        }

        return new CrisisWords([.. phrases], exceptions, new CrisisContext(denied, intended, now), new Assurances(assured, unassured), new CallsForHelp(calls));
    }

    private static void ReadCalls(DataNode node, Dictionary<string, CrisisKind> calls)
    {
        foreach (var (key, value) in node.Entries())
        {
            foreach (var (word, at) in value.Words())
            {
                if (!calls.TryAdd(word, KindOf(key, value))) throw at.Broken($"'{word}' is there twice.");
            }
        }
    }

    private static void ReadKind(
        CrisisKind kind, DataNode node, List<CrisisPhrase> phrases, Dictionary<CrisisKind, CrisisExceptions> exceptions)
    {
        string[] harmless = [], reported = [], asked = [];
        foreach (var (key, value) in node.Entries())
        {
            switch (key)
            {
                case "phrases": phrases.AddRange(value.Words().Select(w => Phrase(kind, w.Word, w.At))); break;
                case "harmless": harmless = Words(value); break;
                case "reported": reported = Words(value); break;
                case "asked": asked = Words(value); break;
                default: throw value.Broken($"'{key}' is not known here; allowed are phrases, harmless, reported, asked.");
            }
        }

        exceptions[kind] = new CrisisExceptions(harmless, reported, asked);
    }

    private static CrisisPhrase Phrase(CrisisKind kind, string word, DataNode at)
    {
        var phrase = new CrisisPhrase(kind, word);
        return phrase.IsEmpty || phrase.Anchor.Length < 2
            ? throw at.Broken($"'{word}' is too short: a part of it needs two characters.")
            : phrase;
    }

    private static WordPattern Pattern(string word, DataNode at) =>
        WordPattern.Parse(word, _ => null) ?? throw at.Broken("A part of the phrase is empty, or names a class; there are none here.");

    private static CrisisKind KindOf(string key, DataNode value) =>
        Enum.TryParse<CrisisKind>(key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? kind
            : throw value.Broken($"'{key}' is no kind of crisis.");

    private static string[] Words(DataNode node) => [.. node.Words().Select(w => w.Word)];
}
