using System.Text;

namespace UnionBot.Chat.Understanding;

/// <summary>Brings what people type into one form, so that words can be compared.</summary>
public static class TextNormaliser
{
    /// <returns>
    /// The text in NFKC form, trimmed, every run of white space as one blank, without control characters,
    /// zero-width characters, variation selectors and halves of broken surrogate pairs. Emoji stay.
    /// </returns>
    public static string Normalise(string text)
    {
        if (IsPlain(text)) return text;

        // Normalize throws on broken pairs, and a keycap (1 + FE0F + 20E3) must become its digit: clean before and after.
        return Clean(Clean(text).Normalize(NormalizationForm.FormKC));
    }

    /// <summary>Nearly every message is made of these only, and is passed on without being copied.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '\u4e00' and <= '\u9fff') or (> ' ' and < '\u007f') or '。' or '、')) return false;
        }

        return true;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u3164' or '\u2800')
            {
                blank = clean.Length > 0;
                continue;
            }

            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!isPair && IsInvisible(c)) continue;

            if (blank) clean.Append(' ');
            blank = false;
            clean.Append(c);
            if (isPair) clean.Append(text[++i]);
        }

        return clean.ToString();
    }

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.IsSurrogate(c)
        || c is (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2064')
            or (>= '\ufe00' and <= '\ufe0f') or '\ufeff' or '\u20e3' or '\u00ad' or '\uffff' or '\ufffe';
}
