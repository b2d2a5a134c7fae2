using System.Numerics;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Trains a model: the same lesson always gives the same one.</summary>
internal static class ModelTrainer
{
    private const int Rounds = 14;
    private const float FirstStep = 4f;
    private const float Decay = 0.02f;

    /// <summary>A sentence that is told as surely as this teaches nothing more in this round.</summary>
    private const float Learnt = 0.02f;

    /// <summary>A feature met once is an accident of that sentence.</summary>
    private const int LeastMeetings = 2;

    public static LinearModel Train(Lesson lesson)
    {
        var (sentences, labels, labelCount, agreeing) = lesson;
        var rows = Rows(sentences);
        var width = LinearModel.WidthFor(labelCount);
        var weights = new float[rows.Count * width];
        int[][] texts = [.. sentences.Select(s => s.Where(rows.ContainsKey).Select(f => rows[f]).ToArray())];

        var order = Enumerable.Range(0, texts.Length).ToArray();
        var random = new Random(20261121);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = FirstStep * (1 - ((float)round / Rounds));
            foreach (var i in order) Learn(weights, width, texts[i], labels[i], labelCount, step);
            Shrink(weights, 1 - Decay);
        }

        if (agreeing) CharacterRates.AddTo(weights, rows, texts, labels, labelCount);
        return new LinearModel(rows, weights, labelCount);
    }

    private static Dictionary<ulong, int> Rows(IReadOnlyList<ulong[]> sentences)
    {
        var meetings = new Dictionary<ulong, int>();
        foreach (var feature in sentences.SelectMany(s => s))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(meetings, feature, out _)++;
        }

        var rows = new Dictionary<ulong, int>();
        foreach (var feature in sentences.SelectMany(s => s))
        {
            if (meetings[feature] >= LeastMeetings) rows.TryAdd(feature, rows.Count);
        }

        return rows;
    }

    private static void Learn(float[] weights, int width, int[] text, int label, int labels, float step)
    {
        if (text.Length == 0) return;

        Span<float> shares = stackalloc float[width];
        foreach (var row in text) LinearModel.Add(shares, weights.AsSpan(row * width, width));

        var scale = 1 / MathF.Sqrt(text.Length);
        foreach (ref var share in shares) share *= scale;
        LinearModel.Softmax(shares[..labels]);
        shares[labels..].Clear();
        if (shares[label] > 1 - Learnt) return;

        shares[label] -= 1;
        foreach (ref var share in shares) share *= -step * scale;
        foreach (var row in text) LinearModel.Add(weights.AsSpan(row * width, width), shares);
    }

    private static void Shrink(float[] weights, float factor)
    {
        for (var i = 0; i < weights.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(weights, i) * factor).CopyTo(weights, i);
        }
    }
}
