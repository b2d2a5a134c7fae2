using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>The words of <c>campaigns/visits.yaml</c>.</summary>
internal sealed partial class VisitWords
{
    private readonly IReadOnlyList<PhraseSet> _cues;
    private readonly WordTrie<VisitLabel> _relations = new();

    private VisitWords(DataNode file)
    {
        var parts = file.Sections(
            "cues", "outcomes", "not-outcomes", "dead-or-away", "away", "relations", "changes", "refusals", "needs", "done-needs", "commands", "household-titles", "days-ago", "last-week");
        var cues = parts[0].Sections([.. Enum.GetValues<VisitCue>().Select(cue => NameOf(cue.ToString()))]);
        _cues = [.. cues.Select(PhraseSet.Read)];
        Leading = Longest(cues[(int)VisitCue.BeforeArrived]);
        Denials = Longest(cues[(int)VisitCue.Denial]);
        Outcomes = ReadOutcomes(parts[1]);
        (NotOutcomes, DeadOrAway, Away) = (Longest(parts[2]), PhraseSet.Read(parts[3]), Longest(parts[4]));
        foreach (var relation in Relations = LabelledWords.ReadAll(parts[5]))
        {
            foreach (var word in relation.Plain)
            {
                if (!_relations.TryAdd(word, relation.Label)) throw parts[5].Broken($"'{word}' is two relations.");
            }
        }

        (Changes, Refusals, Needs, DoneNeeds) = (LabelledWords.ReadAll(parts[6]), LabelledWords.ReadAll(parts[7]), NeedWords.ReadAll(parts[8]), PhraseSet.Read(parts[9]));
        Commands = [.. parts[10].Sections([.. Enum.GetNames<DayCommand>().Select(NameOf)]).Select(PhraseSet.Read).Zip(Enum.GetValues<DayCommand>(), (words, command) => (command, words))];
        Titles = Longest(parts[11]);
        DaysAgo = [.. parts[12].Entries().SelectMany(e => e.Value.Words().Select(w => (w.Word, DaysIn(e)))).OrderByDescending(d => d.Word.Length)];
        LastWeek = Longest(parts[13]);
    }

    public IReadOnlyList<(ToldOutcome Outcome, LabelledWords Words)> Outcomes { get; }

    public IReadOnlyList<string> NotOutcomes { get; }

    /// <summary>What may say that somebody died, or that they went away.</summary>
    public PhraseSet DeadOrAway { get; }

    /// <summary>What looks so, and only says that somebody went.</summary>
    public IReadOnlyList<string> Away { get; }

    public IReadOnlyList<LabelledWords> Relations { get; }

    public IReadOnlyList<LabelledWords> Changes { get; }

    public IReadOnlyList<LabelledWords> Refusals { get; }

    public IReadOnlyList<NeedWords> Needs { get; }

    /// <summary>A need that was served already.</summary>
    public PhraseSet DoneNeeds { get; }

    public IReadOnlyList<(DayCommand Command, PhraseSet Words)> Commands { get; }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>Words of days gone by, the longest first.</summary>
    public IReadOnlyList<(string Word, int Days)> DaysAgo { get; }

    public IReadOnlyList<string> LastWeek { get; }

    public IReadOnlyList<string> Denials { get; }

    /// <summary>What may stand before 到了.</summary>
    public IReadOnlyList<string> Leading { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static VisitWords Load(DataFolder folder) => new(DataFile.Read(folder.Understanding("campaigns", "visits.yaml")));

    public bool Has(VisitCue cue, string text) => Find(cue, text) is not null;

    public (int Start, int End)? Find(VisitCue cue, string text) => _cues[(int)cue].Find(text);

    /// <summary>Every place of a cue, from left to right.</summary>
    public IEnumerable<(int Start, int End)> FindAll(VisitCue cue, string text)
    {
        for (var at = 0; at < text.Length && _cues[(int)cue].Find(text[at..]) is var (start, end); at += end) yield return (at + start, at + end);
    }

    /// <summary>The relations that are named in a stretch of a text, from left to right.</summary>
    public IEnumerable<(VisitLabel Relation, int Start, int End)> RelationsIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!_relations.TryLongest(text.AsSpan(at), out var length, out var relation)) continue;

            yield return (relation, at, at + length);
            at += length - 1;
        }
    }

    /// <summary>Whether what stands at a place is denied right before it: 没说去世.</summary>
    public bool IsDenied(string text, int start) => Denials.Any(denial => text.AsSpan(0, start).EndsWith(denial, StringComparison.Ordinal));

    private static IReadOnlyList<string> Longest(DataNode node) => [.. node.Words().Select(w => w.Word).OrderByDescending(w => w.Length)];

    private static IReadOnlyList<(ToldOutcome, LabelledWords)> ReadOutcomes(DataNode node)
    {
        var read = LabelledWords.ReadAll(node).ToDictionary(l => l.Label.Code);
        return [.. Enum.GetValues<ToldOutcome>().Select(o => (o, read.GetValueOrDefault(NameOf(o.ToString())) ?? throw node.Broken($"'{NameOf(o.ToString())}' is missing.")))];
    }

    private static int DaysIn((string Key, DataNode Value) entry) =>
        int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : throw entry.Value.Broken($"'{entry.Key}' is no number of days.");

    private static string NameOf(string name) => Humps().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
