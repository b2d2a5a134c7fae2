using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Intents;
using UnionBot.Chat.Understanding.Reading;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Chat.Understanding;

/// <summary>All that an <see cref="Interpreter"/> is made from, read from <c>templates</c>.</summary>
internal sealed record InterpreterData(
    IReadOnlyList<Example> Examples,
    Lexicon Lexicon,
    CrisisWords Crisis,
    DangerSigns Dangers,
    SetPhrases Phrases,
    ClauseReader Clauses,
    TradeTable Trades,
    DistrictTable Districts,
    SlotFiller Slots,
    WhenReader Dates)
{
    /// <summary>Styles whose sentences are full of slips on purpose: no good Chinese is learnt from them.</summary>
    private static readonly string[] Slips = ["typo", "voice-asr", "mixed"];

    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static InterpreterData Load(string templates)
    {
        var folder = Path.Combine(templates, "understanding");
        var words = Path.Combine(folder, "words");
        var examples = ReadExamples(folder);
        var trades = TradeTable.Load(Path.Combine(words, "trades.txt"));
        var dangers = DangerSigns.Load(Path.Combine(folder, "dangers.yaml"));
        var lexicon = Lexicon.Load(
            words,
            examples.Where(e => !Slips.Contains(e.Style)).Select(e => e.Text),
            [.. trades.All.SelectMany(t => t.Aliases.Prepend(t.Name)), .. dangers.Words]);
        var districts = DistrictTable.Load(Path.Combine(templates, "regions"), Path.Combine(words, "places.yaml"));
        var dates = WhenReader.Load(templates);
        return new InterpreterData(
            examples,
            lexicon,
            CrisisWords.Load(Path.Combine(folder, "crisis.yaml")),
            dangers,
            new SetPhrases(ControlWordFile.Read(Path.Combine(folder, "control-words.yaml"))),
            ClauseReader.Load(Path.Combine(words, "clauses.yaml")),
            trades,
            districts,
            SlotFiller.Load(words, lexicon, trades, districts, dates, Surnames.Load(templates)),
            dates);
    }

    /// <summary>Learns from the examples; takes a second or two.</summary>
    public Interpreter Train() => Train(Examples);

    /// <param name="examples">Others than all, to see how well sentences are understood that took no part.</param>
    /// <param name="learnt">Where it is kept what was learnt before; null to learn.</param>
    public Interpreter Train(IReadOnlyList<Example> examples, LearntModels? learnt = null) => new(
        Lexicon,
        Crisis,
        Phrases,
        IntentReader.Train(Lexicon, new SignReader(Trades, Districts), Dangers, examples, learnt),
        Clauses,
        Slots,
        Dates);

    /// <param name="folder">The folder <c>templates/understanding</c>.</param>
    public static Example[] ReadExamples(string folder)
    {
        Example[] examples =
        [
            .. ExampleFiles.Read(Path.Combine(folder, "intents"), Labels.Intents),
            .. ExampleFiles.Read(Path.Combine(folder, "urgent"), Labels.Urgent),
        ];

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var example in examples)
        {
            if (labels.TryAdd(example.Text, example.Label) || labels[example.Text] == example.Label) continue;
            throw example.At.Broken($"'{example.Text}' is an example of {labels[example.Text]} already.");
        }

        return examples;
    }
}
