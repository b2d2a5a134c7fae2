using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// Tells what is wanted with one text, and whether a life is in danger: by the example that it is, else by what it has in common
/// with all of them. Danger has a model of its own, so that its many examples do not make other wishes look like it.
/// </summary>
internal sealed class IntentReader
{
    private readonly Dictionary<string, int> _known;
    private readonly FeatureReader _features;
    private readonly SignReader _signs;
    private readonly LinearModel _intents;
    private readonly LinearModel _dangers;

    private IntentReader(
        Dictionary<string, int> known, FeatureReader features, SignReader signs, LinearModel intents, LinearModel dangers) =>
        (_known, _features, _signs, _intents, _dangers) = (known, features, signs, intents, dangers);

    /// <summary>How many features the models have.</summary>
    public int Features => _intents.Features + _dangers.Features;

    public static IntentReader Train(Lexicon lexicon, SignReader signs, IReadOnlyList<Example> examples)
    {
        var features = new FeatureReader(lexicon.Pinyin, lexicon.Classes);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var symbols = new string[examples.Count];
        var sentences = new ulong[examples.Count][];
        Parallel.For(0, examples.Count, i =>
        {
            var plain = lexicon.Read(TextNormaliser.Normalise(examples[i].Text)).Text;
            symbols[i] = Symbols.Of(plain);
            sentences[i] = features.Read(symbols[i], signs.Read(plain));
        });

        int[] labels = [.. examples.Select(e => Labels.NumberOf(e.Label))];
        for (var i = 0; i < examples.Count; i++) known.TryAdd(symbols[i], labels[i]);

        LinearModel? intents = null, dangers = null;
        Parallel.Invoke(
            () => intents = TrainIntents(sentences, labels),
            () => dangers = ModelTrainer.Train(sentences, [.. labels.Select(Labels.DangerNumberOf)], Labels.DangerNumbers));
        return new IntentReader(known, features, signs, intents!, dangers!);
    }

    private static LinearModel TrainIntents(ulong[][] sentences, int[] labels)
    {
        var harmless = Enumerable.Range(0, labels.Length).Where(i => Labels.DangerOf(labels[i]) is null).ToArray();
        return ModelTrainer.Train(
            [.. harmless.Select(i => sentences[i])], [.. harmless.Select(i => labels[i])], Labels.Intents.Length, agreeing: true);
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
        var scores = _known.TryGetValue(symbols, out var label)
            ? LabelScores.Sure(Labels.DangerNumberOf(label), Labels.DangerNumbers)
            : _dangers.Score(_features.Read(symbols, _signs.Read(plain)));
        var likeliest = Labels.DangersAlike.MaxBy(alike => alike.Sum(number => scores.Shares[number]))!.MaxBy(number => scores.Shares[number]);
        return new DangerShare(Labels.DangerNumbered(likeliest), 1 - scores.Shares[0]);
    }

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
