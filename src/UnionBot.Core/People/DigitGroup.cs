namespace UnionBot.Core.People;

/// <summary>Digits without anything between, and the X that may end an identity number.</summary>
/// <param name="Value">ASCII digits, and X.</param>
/// <param name="End">Just after the last character in the text.</param>
internal readonly record struct DigitGroup(string Value, int Start, int End)
{
    /// <returns>Null when neither a digit nor a lone X after digits stands at <paramref name="start"/>.</returns>
    public static DigitGroup? Read(string text, int start)
    {
        var end = start;
        while (end < text.Length && DigitText.Digit(text[end]) is not null) end++;
        if (end < text.Length && DigitText.IsX(text[end]) && FollowsDigit(text, end)) end++;

        return end == start ? null : new DigitGroup(DigitText.Compact(text[start..end]), start, end);
    }

    private static bool FollowsDigit(string text, int at)
    {
        at--;
        while (at >= 0 && DigitText.IsSeparator(text[at])) at--;
        return at >= 0 && DigitText.Digit(text[at]) is not null;
    }
}
