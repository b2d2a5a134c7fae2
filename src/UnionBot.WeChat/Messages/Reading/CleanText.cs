using System.Buffers;
using System.Text;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Makes any string safe for XML, JSON and databases: no control characters, no half surrogate pairs.</summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => IsForbidden(c) || char.IsSurrogate(c))]);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !IsForbidden((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // What XML 1.0 does not allow; tab and line ends are allowed.
    private static bool IsForbidden(char c) =>
        c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF';
}
