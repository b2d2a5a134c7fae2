using System.Text;

namespace UnionBot.Core.People;

/// <summary>
/// Hides identity, bank and mobile numbers in a text that will be kept: whether or not the check digit fits, and also
/// when written full width, as Chinese digits, or with blanks and hyphens between.
/// </summary>
/// <remarks>Masks too much rather than too little: a long order number is hidden as well.</remarks>
public static class NumberMask
{
    /// <summary>A mobile number is the shortest of what is looked for.</summary>
    private const int FewestDigits = 11;

    public static MaskedText Apply(string text)
    {
        if (!HasEnoughDigits(text)) return new MaskedText(text, []);

        var numbers = new List<MaskedNumber>();
        var kept = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var run in DigitRun.In(text))
        {
            foreach (var (number, mask) in run.Hide())
            {
                kept.Append(text, copied, number.Start - copied).Append(mask);
                copied = number.Start + number.Length;
                numbers.Add(number);
            }
        }

        return numbers.Count == 0
            ? new MaskedText(text, [])
            : new MaskedText(kept.Append(text, copied, text.Length - copied).ToString(), numbers);
    }

    /// <summary>Nearly every message ends here, so this neither allocates nor looks at every character.</summary>
    private static bool HasEnoughDigits(string text)
    {
        if (text.Length < FewestDigits) return false;

        var rest = text.AsSpan();
        for (var count = 1; ; count++)
        {
            var next = rest.IndexOfAny(DigitText.Digits);
            if (next < 0) return false;
            if (count == FewestDigits) return true;

            rest = rest[(next + 1)..];
        }
    }
}
