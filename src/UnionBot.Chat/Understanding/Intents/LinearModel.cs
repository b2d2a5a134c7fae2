using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>A multinomial logistic model over the features of a text. Immutable once trained.</summary>
internal sealed class LinearModel
{
    private readonly Dictionary<ulong, int> _rows;

    /// <summary>In steps of <see cref="_step"/>: half the memory of the weights themselves, and as good to add.</summary>
    private readonly short[] _weights;
    private readonly float _step;
    private readonly int _width;

    /// <param name="rows">Which row of <paramref name="weights"/> belongs to a feature.</param>
    /// <param name="weights">A row of <see cref="WidthFor"/> weights a feature.</param>
    public LinearModel(Dictionary<ulong, int> rows, float[] weights, int labels)
    {
        (_rows, Labels, _width) = (rows, labels, WidthFor(labels));
        _step = weights.Aggregate(0f, (most, weight) => Math.Max(most, Math.Abs(weight))) / short.MaxValue;
        _weights = Array.ConvertAll(weights, weight => (short)MathF.Round(weight / _step));
    }

    private LinearModel(Dictionary<ulong, int> rows, short[] weights, float step, int labels) =>
        (_rows, _weights, _step, Labels, _width) = (rows, weights, step, labels, WidthFor(labels));

    public int Labels { get; }

    public int Features => _rows.Count;

    /// <summary>Rows are padded, so that they are added vector by vector.</summary>
    public static int WidthFor(int labels) => (labels + Padding - 1) / Padding * Padding;

    private static int Padding => Math.Max(Vector<float>.Count, Vector128<short>.Count);

    /// <summary>For <see cref="Read"/> on a machine of the same kind.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels);
        writer.Write(_step);
        writer.Write(_rows.Count);
        foreach (var (feature, row) in _rows)
        {
            writer.Write(feature);
            writer.Write(row);
        }

        writer.Write(_weights.Length);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <exception cref="EndOfStreamException">There is less than was written.</exception>
    public static LinearModel Read(BinaryReader reader)
    {
        var (labels, step, count) = (reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32());
        var rows = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++) rows.Add(reader.ReadUInt64(), reader.ReadInt32());

        var weights = new short[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(rows, weights, step, labels);
    }

    /// <summary>Which share of the features was met in training, from 0 to 1.</summary>
    public float Known(ReadOnlySpan<ulong> features)
    {
        var known = 0;
        foreach (var feature in features) known += _rows.ContainsKey(feature) ? 1 : 0;
        return features.Length == 0 ? 0 : (float)known / features.Length;
    }

    public LabelScores Score(ReadOnlySpan<ulong> features)
    {
        Span<int> sums = stackalloc int[_width];
        var known = 0;
        foreach (var feature in features)
        {
            if (!_rows.TryGetValue(feature, out var row)) continue;
            known++;
            Add(sums, _weights.AsSpan(row * _width, _width));
        }

        // The scale is that of training, where a sentence has only features that are known.
        var scale = known == 0 ? 0 : _step / MathF.Sqrt(known);
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

    private static void Add(Span<int> sums, ReadOnlySpan<short> row)
    {
        for (var i = 0; i < sums.Length; i += Vector128<short>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(row[i..]));
            Add(sums[i..], low);
            Add(sums[(i + Vector128<int>.Count)..], high);
        }
    }

    private static void Add(Span<int> sums, Vector128<int> row) => (Vector128.Create<int>(sums) + row).CopyTo(sums);
}
