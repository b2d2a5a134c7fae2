using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>Parts a message into words, things and quantities; the longest at each place.</summary>
internal sealed class ThingScanner(ThingWords words, IReadOnlyList<KitItem> kit)
{
    /// <summary>A longer row of digits is a number of something else: a telephone.</summary>
    private const int LongestDigits = 7;

    /// <summary>So many of 米 without a unit are metres.</summary>
    private const long LongestRow = 20;

    private readonly ILookup<ItemKind?, KitItem> _byKind = kit.ToLookup(item => item.IsMoney ? words.Kinds.First(k => k.IsMoney) : words.KindOf(item.Name));

    /// <param name="text">Normalised, in lower case.</param>
    /// <param name="taken">What belongs to days, times and households.</param>
    public IReadOnlyList<ThingToken> Scan(string text, IReadOnlyList<TextSpan> taken)
    {
        var tokens = new List<ThingToken>();
        for (var at = 0; at < text.Length;)
        {
            var token = Next(text, at, taken, out var end);
            if (token is OtherToken && tokens is [.., OtherToken last]) tokens[^1] = new OtherToken(last.Text + token.Text);
            else if (token is not null) tokens.Add(token);

            at = end;
        }

        return tokens;
    }

    private ThingToken? Next(string text, int at, IReadOnlyList<TextSpan> taken, out int end)
    {
        foreach (var span in taken)
        {
            if (at < span.Start || at >= span.End) continue;

            end = span.End;
            return new OtherToken(text[at..end]);
        }

        end = at + 1;
        if (text[at] == ' ') return null;
        if (",，。.;；!！?？\n~…".Contains(text[at], StringComparison.Ordinal)) return new EndToken();

        return Item(text, at, ref end) ?? Word(text, at, ref end) ?? Quantity(text, at, ref end) ?? new OtherToken(text[at..end]);
    }

    private ItemToken? Item(string text, int at, ref int end)
    {
        var rest = text.AsSpan(at);
        words.TryWord(rest, out var wordLength, out _);
        if (OwnName(text, at) is { } own && own.Name.Length >= wordLength)
        {
            end = at + own.Name.Length;
            return new ItemToken([own], words.KindOf(own.Name), own.Name);
        }

        if (!words.TryItem(rest, out var length, out var kind) || length < wordLength) return null;

        end = at + length;
        return new ItemToken([.. _byKind[kind]], kind, text[at..end]);
    }

    private KitItem? OwnName(string text, int at) => kit
        .Where(item => item.Name.Length > 1 && string.CompareOrdinal(text, at, item.Name.ToLowerInvariant(), 0, item.Name.Length) == 0)
        .MaxBy(item => item.Name.Length);

    private ThingToken? Word(string text, int at, ref int end)
    {
        if (!words.TryWord(text.AsSpan(at), out var length, out var word)) return null;

        end = at + length;
        if (word is not ThingWord.Vague) return new WordToken(word, text[at..end]);

        TakeUnit(text, ref end, out var unit, out var kind);
        return kind is ThingWord.OtherCounters ? new OtherToken(text[at..end]) : new QuantityToken(null, unit, kind is ThingWord.Yuan, IsSum: false, text[at..end]);
    }

    private ThingToken? Quantity(string text, int at, ref int end)
    {
        if (text[at] is '¥' or '￥' && at + 1 < text.Length && SumReader.TryRead(text, at + 1, out var price))
        {
            end = price.End;
            return new QuantityToken(price.Low, null, IsYuan: true, IsSum: true, text[at..end]);
        }

        if (!SumReader.TryRead(text, at, out var sum))
        {
            while (end < text.Length && char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            return char.IsAsciiDigit(text[at]) ? new QuantityToken(null, null, text.AsSpan(end).StartsWith("元") || text.AsSpan(end).StartsWith("块"), IsSum: true, text[at..end]) : null;
        }

        end = sum.End;
        // 离他家300米
        if (sum.Low > LongestRow && text.AsSpan(end).StartsWith("米")) return new OtherToken(text[at..++end]);
        if (end - at > LongestDigits && text[at..end].All(char.IsAsciiDigit)) return new OtherToken(text[at..end]);

        var isAbout = end < text.Length && text[end] is '多' or '来' && !text.AsSpan(end).StartsWith("来了");
        if (isAbout) end++;
        TakeUnit(text, ref end, out var unit, out var kind);
        return kind is ThingWord.OtherCounters
            ? new OtherToken(text[at..end])
            : kind is ThingWord.Weight
                ? new WordToken(ThingWord.Weight, text[at..end])
                : new QuantityToken(isAbout || sum.High is not null ? null : sum.Low, unit, kind is ThingWord.Yuan, sum.HasUnit, text[at..end]);
    }

    private void TakeUnit(string text, ref int end, out string? unit, out ThingWord? kind)
    {
        (unit, kind) = (null, null);
        var at = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (!words.TryCounting(text.AsSpan(at), out var length, out var word)) return;
        if (words.TryItem(text.AsSpan(at), out var itemLength, out _) && itemLength > length) return;
        if (word is ThingWord.Counters && words.TryWord(text.AsSpan(at), out var other, out _) && other > length) return;

        (kind, end) = (word, at + length);
        if (word is ThingWord.Counters) unit = text[at..end];
    }
}
