using UnionBot.Chat.Understanding.Intents;
using UnionBot.Chat.Understanding.Knowledge;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding;

/// <summary>Merges what staff added over the files. What the files say otherwise by now is left out and named.</summary>
public static class AddedSentences
{
    private const string ToIntent = "intent/";
    private const string ToUrgent = "urgent/";
    private const string ToAnswer = "answer/";

    internal const string Style = "added";

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong.</exception>
    public static IReadOnlyList<SentenceConflict> ConflictsIn(string templates, IReadOnlyList<AddedSentence> added)
    {
        var conflicts = new List<SentenceConflict>();
        Over(InterpreterData.ReadExamples(Path.Combine(templates, "understanding")), added, conflicts);
        Over(KnowledgeFolder.ReadEntries(templates, demo: false), added, conflicts);
        return conflicts;
    }

    internal static IReadOnlyList<Example> Over(
        IReadOnlyList<Example> shipped, IReadOnlyList<AddedSentence> added, List<SentenceConflict> conflicts)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var example in shipped) labels.TryAdd(example.Text, example.Label);

        var more = new List<Example>();
        foreach (var sentence in added.Where(s => !s.Target.StartsWith(ToAnswer, StringComparison.Ordinal)))
        {
            if (LabelOf(sentence) is not { } label)
                conflicts.Add(new SentenceConflict(sentence, $"There is no such intent, and no such danger ({string.Join(", ", Labels.Urgent)})."));
            else if (labels.TryAdd(sentence.Text, label))
                more.Add(new Example(label, Style, sentence.Text, new DataLine("added", 1, sentence.Text)));
            else if (labels[sentence.Text] is var other && other != label)
                conflicts.Add(new SentenceConflict(sentence, $"It is a sentence of {TargetOf(other)}."));
        }

        return [.. shipped, .. more];
    }

    internal static IReadOnlyList<KnowledgeEntry> Over(
        IReadOnlyList<KnowledgeEntry> shipped, IReadOnlyList<AddedSentence> added, List<SentenceConflict> conflicts)
    {
        var asked = shipped.SelectMany(e => e.Questions.Select(q => (Question: q, e.Id))).ToDictionary(q => q.Question, q => q.Id, StringComparer.Ordinal);
        var more = shipped.ToDictionary(e => e.Id, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var sentence in added.Where(s => s.Target.StartsWith(ToAnswer, StringComparison.Ordinal)))
        {
            var id = NameIn(sentence.Target);
            if (!more.TryGetValue(id, out var questions)) conflicts.Add(new SentenceConflict(sentence, "There is no such answer."));
            else if (asked.TryAdd(sentence.Text, id)) questions.Add(sentence.Text);
            else if (asked[sentence.Text] != id)
                conflicts.Add(new SentenceConflict(sentence, $"It is asked in answer/{asked[sentence.Text]}."));
        }

        return [.. shipped.Select(e => more[e.Id].Count == 0 ? e : e with { Questions = [.. e.Questions, .. more[e.Id]] })];
    }

    /// <summary>The file, below <c>templates</c>, in which the sentences of a target stand.</summary>
    public static string PathOf(string target) =>
        target.StartsWith(ToAnswer, StringComparison.Ordinal) ? $"knowledge/{NameIn(target)}.md"
        : target.StartsWith(ToUrgent, StringComparison.Ordinal) ? $"understanding/urgent/{NameIn(target)}.txt"
        : $"understanding/intents/{NameIn(target)}.txt";

    private static string? LabelOf(AddedSentence sentence)
    {
        var labels =
            sentence.Target.StartsWith(ToIntent, StringComparison.Ordinal) ? Labels.Intents
            : sentence.Target.StartsWith(ToUrgent, StringComparison.Ordinal) ? Labels.Urgent
            : [];
        return Array.Find(labels, label => label == NameIn(sentence.Target));
    }

    private static string TargetOf(string label) => (Labels.Urgent.Contains(label) ? ToUrgent : ToIntent) + label;

    private static string NameIn(string target) => target[(target.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
