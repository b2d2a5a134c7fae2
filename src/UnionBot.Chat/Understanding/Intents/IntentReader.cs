using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Tells what is wanted with one text: by the example that it is, else by what it has in common with all of them.</summary>
internal sealed class IntentReader
{
    private readonly Dictionary<string, int> _known;
    private readonly FeatureReader _features;
    private readonly SignReader _signs;
    private readonly LinearModel _model;

    private IntentReader(Dictionary<string, int> known, FeatureReader features, SignReader signs, LinearModel model) =>
        (_known, _features, _signs, _model) = (known, features, signs, model);

    /// <summary>How many features the model has.</summary>
    public int Features => _model.Features;

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

        return new IntentReader(known, features, signs, ModelTrainer.Train(sentences, labels, Labels.All.Length));
    }

    /// <param name="plain">A plain text or a part of one.</param>
    public LabelScores Score(string plain)
    {
        var symbols = Symbols.Of(plain);
        if (symbols.Length == 0) return Sure((int)Intent.Unknown);
        return _known.TryGetValue(symbols, out var label)
            ? Sure(label)
            : _model.Score(_features.Read(symbols, _signs.Read(plain)));
    }

    /// <summary>What the model sees of a plain text, and what it makes of it.</summary>
    public Glance Look(string plain)
    {
        var symbols = Symbols.Of(plain);
        if (symbols.Length == 0) return new Glance([], Sure((int)Intent.Unknown));

        var features = _features.Read(symbols, _signs.Read(plain));
        return new Glance(features, _known.TryGetValue(symbols, out var label) ? Sure(label) : _model.Score(features));
    }

    private static LabelScores Sure(int label)
    {
        var shares = new float[Labels.All.Length];
        shares[label] = 1;
        return new LabelScores(shares, 1);
    }
}
