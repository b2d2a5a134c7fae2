using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// Tells what is wanted with one text, and whether a life is in danger: by the example that it is, else by what it has in common
/// with all of them. Danger has a model of its own, so that its many examples do not make other wishes look like it.
/// </summary>
internal sealed class IntentReader
{
    /// <summary>Of all danger in a text: from this share on it may be of the kind that is less likely.</summary>
    private const float MayBeMeant = 0.2f;

    private readonly Dictionary<string, int> _known;
    private readonly FeatureReader _features;
    private readonly SignReader _signs;
    private readonly DangerSigns _dangerSigns;
    private readonly LinearModel _intents;
    private readonly LinearModel _dangers;

    private IntentReader(
        Dictionary<string, int> known, FeatureReader features, SignReader signs, DangerSigns dangerSigns, LinearModel intents, LinearModel dangers) =>
        (_known, _features, _signs, _dangerSigns, _intents, _dangers) = (known, features, signs, dangerSigns, intents, dangers);

    /// <summary>How many features the models have.</summary>
    public int Features => _intents.Features + _dangers.Features;

    /// <param name="learnt">Where it is kept what was learnt before; null to learn.</param>
    public static IntentReader Train(
        Lexicon lexicon, SignReader signs, DangerSigns dangerSigns, IReadOnlyList<Example> examples, LearntModels? learnt)
    {
        var features = new FeatureReader(lexicon.Pinyin, lexicon.Classes);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var symbols = new string[examples.Count];
        var sentences = new ulong[examples.Count][];
        var perilous = new ulong[examples.Count][];
        Parallel.For(0, examples.Count, i =>
        {
            var plain = lexicon.Read(TextNormaliser.Normalise(examples[i].Text)).Text;
            symbols[i] = Symbols.Of(plain);
            sentences[i] = features.Read(symbols[i], signs.Read(plain));
            perilous[i] = DangerFeatures(sentences[i], dangerSigns.Find(symbols[i]));
        });

        int[] labels = [.. examples.Select(e => Labels.NumberOf(e.Label))];
        for (var i = 0; i < examples.Count; i++) known.TryAdd(symbols[i], labels[i]);

        LinearModel? intents = null, dangers = null;
        Parallel.Invoke(
            () => intents = Learn(OfIntents(sentences, labels)),
            () => dangers = Learn(new Lesson(perilous, [.. labels.Select(Labels.DangerNumberOf)], Labels.DangerNumbers, Agreeing: true)));
        return new IntentReader(known, features, signs, dangerSigns, intents!, dangers!);

        LinearModel Learn(Lesson lesson) => learnt?.Get(lesson) ?? ModelTrainer.Train(lesson);
    }

    private static Lesson OfIntents(ulong[][] sentences, int[] labels)
    {
        var harmless = Enumerable.Range(0, labels.Length).Where(i => Labels.DangerOf(labels[i]) is null).ToArray();
        return new Lesson(
            [.. harmless.Select(i => sentences[i])], [.. harmless.Select(i => labels[i])], Labels.Intents.Length, Agreeing: true);
    }

    /// <param name="plain">A plain text or a part of one.</param>
    public (IntentShare First, IntentShare Second) Read(string plain)
    {
        var scores = Look(plain).Intents;
        var (first, second) = scores.Best();
        return (new((Intent)first, scores.Shares[first]), new((Intent)second, scores.Shares[second]));
    }

    /// <inheritdoc cref="Read"/>
    public DangerShare ReadDanger(string plain)
    {
        var symbols = Symbols.Of(plain);
        var signs = _dangerSigns.Find(symbols);
        var scores = _known.TryGetValue(symbols, out var label)
            ? LabelScores.Sure(Labels.DangerNumberOf(label), Labels.DangerNumbers)
            : _dangers.Score(DangerFeatures(_features.Read(symbols, _signs.Read(plain)), signs));
        return DangerOf(scores) with { Cover = DangerSigns.Cover(signs, symbols.Length) };
    }

    private static DangerShare DangerOf(LabelScores scores)
    {
        var alike = Labels.DangersAlike.OrderByDescending(ShareOf).ToArray();
        var share = 1 - scores.Shares[0];
        return new DangerShare(Likeliest(alike[0]), share) { Other = ShareOf(alike[1]) < share * MayBeMeant ? null : Likeliest(alike[1]) };

        float ShareOf(int[] numbers) => numbers.Sum(number => scores.Shares[number]);

        CrisisKind Likeliest(int[] numbers) => Labels.DangerNumbered(numbers.MaxBy(number => scores.Shares[number]));
    }

    private static ulong[] DangerFeatures(ulong[] ofText, IReadOnlyList<DangerSign> signs) => [.. ofText, .. FeatureReader.OfDangers(signs)];

    /// <summary>What the model sees of a plain text, and what it makes of it.</summary>
    public Glance Look(string plain)
    {
        var symbols = Symbols.Of(plain);
        if (symbols.Length == 0) return new Glance([], Sure(Intent.Unknown));

        var features = _features.Read(symbols, _signs.Read(plain));
        if (_known.TryGetValue(symbols, out var label)) return new Glance(features, Sure(Labels.IntentOf(label)));
        return new Glance(features, Symbols.AreDigits(symbols) ? Sure(Intent.Unknown) : _intents.Score(features));
    }

    private static LabelScores Sure(Intent intent) => LabelScores.Sure((int)intent, Labels.Intents.Length);
}
