using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>How likely each label is for one text, from 0 to 1; all together 1.</summary>
/// <param name="Known">Which share of the text was met in the examples, from 0 to 1.</param>
internal readonly record struct LabelScores(float[] Shares, float Known)
{
    /// <summary>The intents from the likeliest on, danger counted with the intent that it belongs to.</summary>
    public (IntentShare First, IntentShare Second) Best()
    {
        Span<float> sums = stackalloc float[Labels.Intents.Length];
        for (var label = 0; label < Shares.Length; label++) sums[(int)Labels.IntentOf(label)] += Shares[label];

        var (first, second) = sums[1] > sums[0] ? (1, 0) : (0, 1);
        for (var i = 2; i < sums.Length; i++)
        {
            if (sums[i] > sums[first]) (first, second) = (i, first);
            else if (sums[i] > sums[second]) second = i;
        }

        return (new((Intent)first, sums[first]), new((Intent)second, sums[second]));
    }

    /// <summary>The likeliest kind of danger, and how likely danger of this sort is.</summary>
    public (CrisisKind Kind, float Share) Danger()
    {
        var best = Labels.Intents.Length;
        for (var label = best; label < Shares.Length; label++)
        {
            if (Shares[label] > Shares[best]) best = label;
        }

        var kind = Labels.DangerOf(best)!.Value;
        var share = 0f;
        for (var label = Labels.Intents.Length; label < Shares.Length; label++)
        {
            if (Labels.IntentOf(label) == Labels.IntentOf(kind)) share += Shares[label];
        }

        return (kind, share);
    }
}

/// <summary>An intent and how likely it is, from 0 to 1.</summary>
internal readonly record struct IntentShare(Intent Intent, float Share);
