using System.Numerics;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>A multinomial logistic model over the features of a text. Immutable once trained.</summary>
internal sealed class LinearModel
{
    private readonly Dictionary<ulong, int> _rows;
    private readonly float[] _weights;
    private readonly int _width;

    /// <param name="rows">Which row of <paramref name="weights"/> belongs to a feature.</param>
    /// <param name="weights">A row of <see cref="WidthFor"/> weights a feature.</param>
    public LinearModel(Dictionary<ulong, int> rows, float[] weights, int labels) =>
        (_rows, _weights, Labels, _width) = (rows, weights, labels, WidthFor(labels));

    public int Labels { get; }

    public int Features => _rows.Count;

    /// <summary>Rows are padded, so that they are added vector by vector.</summary>
    public static int WidthFor(int labels) => (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Which share of the features was met in training, from 0 to 1.</summary>
    public float Known(ReadOnlySpan<ulong> features)
    {
        var known = 0;
        foreach (var feature in features) known += _rows.ContainsKey(feature) ? 1 : 0;
        return features.Length == 0 ? 0 : (float)known / features.Length;
    }

    public LabelScores Score(ReadOnlySpan<ulong> features)
    {
        Span<float> sums = stackalloc float[_width];
        var known = 0;
        foreach (var feature in features)
        {
            if (!_rows.TryGetValue(feature, out var row)) continue;
            known++;
            Add(sums, _weights.AsSpan(row * _width, _width));
        }

        // The scale is that of training, where a sentence has only features that are known.
        var scale = known == 0 ? 0 : 1 / MathF.Sqrt(known);
        var shares = new float[Labels];
        for (var i = 0; i < Labels; i++) shares[i] = sums[i] * scale;
        Softmax(shares);
        return new LabelScores(shares);
    }

    public static void Add(Span<float> sums, ReadOnlySpan<float> row)
    {
        for (var i = 0; i < sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..])).CopyTo(sums[i..]);
        }
    }

    public static void Softmax(Span<float> values)
    {
        var highest = values[0];
        foreach (var value in values) highest = Math.Max(highest, value);

        float sum = 0;
        for (var i = 0; i < values.Length; i++) sum += values[i] = MathF.Exp(values[i] - highest);
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
    }
}
