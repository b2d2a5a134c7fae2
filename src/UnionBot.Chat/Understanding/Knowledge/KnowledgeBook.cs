using System.Buffers;
using UnionBot.Chat.Understanding.Intents;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>
/// Answers questions in people's own words from the entries of <c>templates/knowledge</c>. Offline; the same question always
/// finds the same entry. Has no state but what it learnt at start, so one serves everybody at once.
/// </summary>
public sealed class KnowledgeBook
{
    /// <summary>Told less likely than this, nothing is said at all.</summary>
    private const float LeastShare = 0.18f;

    /// <summary>Told as likely as this, an entry is said without asking.</summary>
    private const float SureShare = 0.5f;

    /// <summary>How likely an entry stays whose subject does not fit the wish of the message.</summary>
    private const float Stray = 0.02f;

    /// <summary>How much likelier a kind of outside question is by one of its signs.</summary>
    private const float Sign = 8;

    /// <summary>Of words so strange as this nothing is told.</summary>
    private const float LeastKnown = 0.1f;

    private const int MostEntries = 3;

    private readonly Interpreter _interpreter;
    private readonly IReadOnlyList<Elsewhere> _elsewhere;
    private readonly SearchValues<string> _asking;
    private readonly LinearModel _model;
    private readonly Dictionary<string, int> _known;

    private KnowledgeBook(
        Interpreter interpreter,
        IReadOnlyList<KnowledgeEntry> entries,
        IReadOnlyList<Elsewhere> elsewhere,
        SearchValues<string> asking,
        LinearModel model,
        Dictionary<string, int> known) =>
        (_interpreter, Entries, _elsewhere, _asking, _model, _known) = (interpreter, entries, elsewhere, asking, model, known);

    /// <summary>All entries by id, those too that have expired.</summary>
    public IReadOnlyList<KnowledgeEntry> Entries { get; }

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="interpreter">Of the same folder: it reads the questions.</param>
    /// <param name="demo">Whether invented places and days are served.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public static KnowledgeBook Load(string templates, Interpreter interpreter, bool demo = false) =>
        Learn(
            interpreter,
            KnowledgeFolder.ReadEntries(templates, demo),
            KnowledgeFolder.ReadElsewhere(templates),
            KnowledgeFolder.ReadAsking(templates),
            learnt: null);

    /// <param name="entries">Those of the folder, and what staff added to them.</param>
    /// <param name="learnt">Where it is kept what was learnt before; null to learn.</param>
    internal static KnowledgeBook Learn(
        Interpreter interpreter,
        IReadOnlyList<KnowledgeEntry> entries,
        IReadOnlyList<Elsewhere> elsewhere,
        SearchValues<string> asking,
        LearntModels? learnt)
    {
        var (sentences, labels, known) = (new List<ulong[]>(), new List<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < entries.Count; i++) Learn([entries[i].Title, .. entries[i].Questions], i);
        for (var i = 0; i < elsewhere.Count; i++) Learn(elsewhere[i].Questions, entries.Count + i);

        var lesson = new Lesson(sentences, labels, entries.Count + elsewhere.Count);
        return new KnowledgeBook(interpreter, entries, elsewhere, asking, learnt?.Get(lesson) ?? ModelTrainer.Train(lesson), known);

        void Learn(IEnumerable<string> questions, int label)
        {
            foreach (var question in questions)
            {
                var text = TextNormaliser.Normalise(question);
                sentences.Add(interpreter.Look(text).Features);
                labels.Add(label);
                known.TryAdd(Symbols.Of(text), label);
            }
        }
    }

    /// <summary>Whether a message asks, rather than wishes for something.</summary>
    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    public bool IsQuestion(string message) => message.AsSpan().ContainsAny(_asking);

    /// <summary>The entry of an id; null when there is none.</summary>
    public KnowledgeEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);

    /// <summary>The entry that answers a wish until its service is there; null when none does.</summary>
    public KnowledgeEntry? Serving(Intent intent) => Entries.FirstOrDefault(e => e.Serves.Contains(intent));

    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    /// <param name="today">Today in China; entries that have expired are left out.</param>
    public KnowledgeMatch Match(string message, DateOnly today)
    {
        // What stands in the files word for word needs no model, which learns nothing from words that it met once.
        if (_known.TryGetValue(Symbols.Of(message), out var label) && Told(label, today) is { } told) return told;

        // 123456 resembles the numbers that some questions name, and asks nothing.
        return message.Any(char.IsLetter) ? Guess(message, today) : KnowledgeMatch.Nothing;
    }

    private KnowledgeMatch? Told(int label, DateOnly today)
    {
        if (label >= Entries.Count) return new KnowledgeMatch([], IsSure: false, _elsewhere[label - Entries.Count]);
        return Entries[label].IsValidOn(today) ? new KnowledgeMatch([Entries[label]], IsSure: true, Elsewhere: null) : null;
    }

    private KnowledgeMatch Guess(string message, DateOnly today)
    {
        var glance = _interpreter.Look(message);
        if (_model.Known(glance.Features) < LeastKnown) return KnowledgeMatch.Nothing;

        var told = _model.Score(glance.Features).Shares;
        for (var i = 0; i < _elsewhere.Count; i++)
        {
            if (message.AsSpan().ContainsAny(_elsewhere[i].Signs)) told[Entries.Count + i] *= Sign;
        }

        var shares = Weigh(told, glance.Intents.Shares, today);
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i]).Take(MostEntries).ToArray();
        if (order[0] >= Entries.Count) return Outside(shares);
        if (shares[order[0]] < LeastShare) return KnowledgeMatch.Nothing;

        var entries = order.Where(i => i < Entries.Count && shares[i] > 0).Select(i => Entries[i]);
        return new KnowledgeMatch([.. entries], shares[order[0]] >= SureShare, Elsewhere: null);
    }

    /// <summary>Nothing answers it; whom to ask instead is said when its kind can be told.</summary>
    private KnowledgeMatch Outside(float[] shares)
    {
        var kinds = shares.AsSpan(Entries.Count);
        var likeliest = kinds.IndexOf(shares.Max());
        return kinds[likeliest] >= SureShare ? new KnowledgeMatch([], IsSure: false, _elsewhere[likeliest]) : KnowledgeMatch.Nothing;
    }

    /// <summary>The likeliness of each entry, told by the question itself and by the wish that it is part of.</summary>
    private float[] Weigh(float[] told, float[] intents, DateOnly today)
    {
        var sum = 0f;
        for (var i = 0; i < told.Length; i++)
        {
            var fit = i < Entries.Count ? Fit(Entries[i], intents, today) : Stray + intents[(int)Intent.Unknown] + intents[(int)Intent.Smalltalk];
            sum += told[i] *= fit;
        }

        for (var i = 0; i < told.Length && sum > 0; i++) told[i] /= sum;
        return told;
    }

    private static float Fit(KnowledgeEntry entry, float[] intents, DateOnly today)
    {
        if (!entry.IsValidOn(today)) return 0;

        var fit = Stray;
        foreach (var intent in entry.Topic.Intents) fit += intents[(int)intent];
        return fit;
    }
}
