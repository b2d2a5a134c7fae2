using System.Globalization;
using System.Text;

namespace UnionBot.WeChat.Messages;

/// <summary>A text in two parts: what can be sent now and what is kept for later.</summary>
/// <param name="Rest">"" when everything fitted.</param>
public readonly record struct CutText(string Head, string Rest)
{
    /// <summary>Nothing of it: what is said to people must not get into a log.</summary>
    public override string ToString() => nameof(CutText);
}

/// <summary>Cuts texts to the platform's limit, which counts bytes of UTF-8.</summary>
public static class TextLimit
{
    /// <summary>What a text reply or a custom message may hold; the platform documents no number, this one is known to work.</summary>
    public const int MaxBytes = 2048;

    private const string SentenceMarks = "。！？";

    /// <summary>What closes a quotation or an aside belongs to the sentence in front of it: 他说：“没钱。”</summary>
    private const string Closings = "”’」』）》】〉";

    private const char LineEnd = '\n';
    private const char ClauseEnd = '；';
    private const char Pause = '，';

    /// <summary>Splits a text so that the head fits; the two parts together are the text, nothing is lost or added.</summary>
    /// <returns>
    /// The head ends behind the last sentence or line that fits; of a single sentence that is longer than the limit behind the last
    /// clause (；), else behind the last pause (，), else at a grapheme; never inside a link unless the link alone is too long. The rest is
    /// empty when everything fits.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="maxBytes"/> is less than the four bytes of one character.
    /// </exception>
    public static CutText Cut(string text, int maxBytes = MaxBytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 4);
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes) return new CutText(text, "");

        var at = CutPosition(text, maxBytes);
        return new CutText(text[..at], text[at..]);
    }

    private static int CutPosition(string text, int maxBytes)
    {
        int position = 0, bytes = 0, sentence = 0, clause = 0, pause = 0;
        var last = '\0';
        while (true)
        {
            var unit = UnitAt(text, position);
            bytes += Encoding.UTF8.GetByteCount(unit);
            if (!GoesOn(last, unit)) Note(last, position);
            if (bytes > maxBytes) break;

            position += unit.Length;
            if (!IsClosing(last, unit)) last = unit[^1];
        }

        return sentence > 0 ? sentence : clause > 0 ? clause : pause > 0 ? pause : position > 0 ? position : WithinUnit(text, maxBytes);

        void Note(char end, int at)
        {
            if (end == LineEnd || SentenceMarks.Contains(end)) sentence = at;
            else if (end == ClauseEnd) clause = at;
            else if (end == Pause) pause = at;
        }
    }

    /// <summary>Whether the sentence that ended is not over yet: 真的？！</summary>
    private static bool GoesOn(char end, ReadOnlySpan<char> unit) =>
        IsClosing(end, unit) || (SentenceMarks.Contains(end) && SentenceMarks.Contains(unit[^1]));

    private static bool IsClosing(char end, ReadOnlySpan<char> unit) => SentenceMarks.Contains(end) && Closings.Contains(unit[^1]);

    /// <summary>A whole link, or one grapheme.</summary>
    private static ReadOnlySpan<char> UnitAt(string text, int position)
    {
        var rest = text.AsSpan(position);
        var link = rest[0] == '<' ? LinkLength(rest) : 0;
        return rest[..(link > 0 ? link : StringInfo.GetNextTextElementLength(rest))];
    }

    private static int LinkLength(ReadOnlySpan<char> rest)
    {
        const string End = "</a>";
        if (!rest.StartsWith("<a ", StringComparison.OrdinalIgnoreCase)) return 0;

        var end = rest.IndexOf(End, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? 0 : end + End.Length;
    }

    // The first link or grapheme is longer than the limit: cut at graphemes, and where even one is too long at characters.
    private static int WithinUnit(string text, int maxBytes)
    {
        var position = FittingLength(text, maxBytes, static rest => StringInfo.GetNextTextElementLength(rest));
        return position > 0 ? position : FittingLength(text, maxBytes, static rest => RuneLength(rest));
    }

    private static int FittingLength(ReadOnlySpan<char> text, int maxBytes, Func<ReadOnlySpan<char>, int> unitLength)
    {
        int position = 0, bytes = 0;
        while (true)
        {
            var length = unitLength(text[position..]);
            bytes += Encoding.UTF8.GetByteCount(text.Slice(position, length));
            if (bytes > maxBytes) return position;

            position += length;
        }
    }

    private static int RuneLength(ReadOnlySpan<char> rest)
    {
        _ = Rune.DecodeFromUtf16(rest, out _, out var length);
        return length;
    }
}
