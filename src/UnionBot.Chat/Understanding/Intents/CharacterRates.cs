namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// A second opinion: how much more often a run of characters stands in the sentences of one label than in all. A trained model is
/// sure of what tells its own examples apart; of words that others use it is only to be sure where these rates agree.
/// Both sum up over the features of a text, so the rates are added to the weights and cost nothing when a text is read.
/// </summary>
internal static class CharacterRates
{
    /// <summary>How much the rates count beside the weights.</summary>
    private const float Share = 0.4f;

    /// <summary>Two opinions say much of it twice: so much less sure are they together. Measured with whole styles left out.</summary>
    private const float Calm = 0.55f;

    /// <summary>So many sentences of each label are taken to have the rate of all, so that one accident proves nothing.</summary>
    private const float Doubt = 3;

    /// <param name="weights">Of the trained model, a row of <see cref="LinearModel.WidthFor"/> weights a feature.</param>
    /// <param name="rows">Which row belongs to a feature.</param>
    /// <param name="texts">The rows of each sentence.</param>
    /// <param name="labels">The label of each sentence.</param>
    public static void AddTo(float[] weights, Dictionary<ulong, int> rows, int[][] texts, IReadOnlyList<int> labels, int labelCount)
    {
        var width = LinearModel.WidthFor(labelCount);
        var (counts, sizes) = Count(weights.Length, width, texts, labels, labelCount);
        foreach (ref var weight in weights.AsSpan()) weight *= Calm;
        foreach (var (feature, row) in rows)
        {
            if (!FeatureReader.IsRated(feature)) continue;

            var at = row * width;
            var rate = Sum(counts.AsSpan(at, labelCount)) / texts.Length;
            for (var label = 0; label < labelCount; label++)
            {
                var own = (counts[at + label] + (Doubt * rate)) / (sizes[label] + Doubt);
                weights[at + label] += Calm * Share * MathF.Log(own / rate);
            }
        }
    }

    private static (float[] Counts, float[] Sizes) Count(int length, int width, int[][] texts, IReadOnlyList<int> labels, int labelCount)
    {
        var (counts, sizes) = (new float[length], new float[labelCount]);
        for (var i = 0; i < texts.Length; i++)
        {
            sizes[labels[i]]++;
            foreach (var row in texts[i]) counts[(row * width) + labels[i]]++;
        }

        return (counts, sizes);
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values) sum += value;
        return sum;
    }
}
