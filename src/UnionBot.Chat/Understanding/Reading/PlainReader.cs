using System.Globalization;

namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Puts a message into plain Chinese.</summary>
/// <param name="variants">What people say → what it means: 咋 → 怎么, 邦定 → 绑定; a filler → "".</param>
/// <param name="heard">Words that are heard however they are written.</param>
/// <param name="spelt">Words that are heard where they are spelt in letters: dian gong.</param>
internal sealed class PlainReader(
    Traditional traditional, Pinyin pinyin, WordTrie<string> variants, WordsBySound heard, WordsBySound spelt)
{
    /// <summary>A character repeated more often than this says no more: 啊啊啊啊啊啊.</summary>
    private const int MostRepeats = 3;

    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    public PlainText Read(string message)
    {
        var folded = Fold(message);
        var writer = new PlainText.Writer(message);
        for (var i = 0; i < folded.Length;)
        {
            i += Take(folded, i, writer);
        }

        return writer.ToText();
    }

    private string Fold(string message) => string.Create(message.Length, (message, traditional), static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = from.traditional.Simplify(char.ToLowerInvariant(from.message[i]));
    });

    /// <returns>How many characters of the message are dealt with.</returns>
    private int Take(ReadOnlySpan<char> text, int at, PlainText.Writer writer)
    {
        var rest = text[at..];
        var insideLetters = at > 0 && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(rest[0]);
        if (!insideLetters && variants.TryLongest(rest, out var length, out var plain) && !EndsInsideLetters(rest, length))
        {
            writer.Put(plain, at, at + length);
            return length;
        }

        if (char.IsAsciiLetter(rest[0]) && !insideLetters) return TakeLetters(rest, at, writer);
        if (heard.Find(rest) is { } word)
        {
            writer.Put(word, at, at + word.Length);
            return word.Length;
        }

        if (IsRepeat(text, at) || IsPicture(rest[0])) return 1;
        writer.Put(rest[..1], at, at + 1);
        return 1;
    }

    private static bool EndsInsideLetters(ReadOnlySpan<char> text, int length) =>
        char.IsAsciiLetter(text[length - 1]) && length < text.Length && char.IsAsciiLetter(text[length]);

    /// <summary>Letters that spell Chinese are heard; all others stay.</summary>
    private int TakeLetters(ReadOnlySpan<char> rest, int at, PlainText.Writer writer)
    {
        var sounds = new List<ushort>();
        var (end, spelt) = (0, 0);
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            var word = rest[end..];
            var length = word.IndexOfAnyExcept(Letters);
            if (length >= 0) word = word[..length];
            if (!pinyin.TrySpell(word, sounds)) break;

            end += word.Length;
            spelt = end;
            if (end < rest.Length && rest[end] == ' ') end++;
        }

        if (sounds.Count < 2)
        {
            var letters = rest.IndexOfAnyExcept(Letters) is >= 0 and var stop ? stop : rest.Length;
            writer.Put(rest[..letters], at, at + letters);
            return letters;
        }

        WriteHeard(sounds, at, at + spelt, writer);
        return spelt;
    }

    private void WriteHeard(List<ushort> sounds, int start, int end, PlainText.Writer writer)
    {
        Span<char> spoken = [.. sounds.Select(Heard.Of)];
        for (var i = 0; i < spoken.Length;)
        {
            var word = Longer(heard.Find(spoken[i..]), spelt.Find(spoken[i..]));
            writer.Put(word is null ? spoken.Slice(i, 1) : word, start, end);
            i += word?.Length ?? 1;
        }
    }

    private static string? Longer(string? one, string? other) => (other?.Length ?? 0) > (one?.Length ?? 0) ? other : one;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static bool IsRepeat(ReadOnlySpan<char> text, int at)
    {
        if (at < MostRepeats || char.IsAsciiDigit(text[at])) return false;

        for (var i = at - MostRepeats; i < at; i++)
        {
            if (text[i] != text[at]) return false;
        }

        return true;
    }

    private static bool IsPicture(char c) =>
        char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
