using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>How likely each label is for one text, from 0 to 1; all together 1.</summary>
internal readonly record struct LabelScores(float[] Shares)
{
    /// <summary>One label for certain.</summary>
    public static LabelScores Sure(int label, int labels)
    {
        var shares = new float[labels];
        shares[label] = 1;
        return new LabelScores(shares);
    }

    /// <summary>The two likeliest labels.</summary>
    public (int First, int Second) Best()
    {
        var (first, second) = Shares[1] > Shares[0] ? (1, 0) : (0, 1);
        for (var i = 2; i < Shares.Length; i++)
        {
            if (Shares[i] > Shares[first]) (first, second) = (i, first);
            else if (Shares[i] > Shares[second]) second = i;
        }

        return (first, second);
    }
}

/// <summary>An intent and how likely it is, from 0 to 1.</summary>
internal readonly record struct IntentShare(Intent Intent, float Share);

/// <summary>The likeliest kind of danger to life, and how likely any danger is, from 0 to 1.</summary>
internal readonly record struct DangerShare(CrisisKind Kind, float Share)
{
    /// <summary>A kind that asks for other help and may be meant as well; null when the kind is clear.</summary>
    public CrisisKind? Other { get; init; }

    /// <summary>What else may be meant by a text that names a kind for certain.</summary>
    public CrisisKind? BesidesKind(CrisisKind named) => Labels.IntentOf(Kind) == Labels.IntentOf(named) ? Other : Kind;

    /// <summary>Which part of the text is words of danger, from 0 to 1.</summary>
    public float Cover { get; init; }
}
