using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Puts one sign for each thing that a plain text names, so that a sentence about one trade teaches all.</summary>
internal sealed class SignReader(TradeTable trades, DistrictTable districts)
{
    public const char First = '\uE000';
    public const char Last = '\uE00F';

    private const char TradeSign = '\uE000';
    private const char DistrictSign = '\uE001';
    private const char PaySign = '\uE002';
    private const char NumberSign = '\uE003';
    private const char LongNumberSign = '\uE004';

    /// <summary>From so many digits on a number is one of a telephone, a person or a paper.</summary>
    private const int LongNumber = 6;

    /// <returns>Without blanks and punctuation.</returns>
    public string Read(string plain)
    {
        var signed = new List<char>(plain.Length);
        var pays = PayScanner.Find(plain).ToDictionary(p => p.Start, p => p.End);
        for (var i = 0; i < plain.Length;)
        {
            i += Take(plain, i, pays, signed);
        }

        return new string([.. signed]);
    }

    private int Take(string plain, int at, Dictionary<int, int> pays, List<char> signed)
    {
        if (pays.TryGetValue(at, out var end))
        {
            signed.Add(PaySign);
            return end - at;
        }

        if (char.IsAsciiDigit(plain[at]))
        {
            var digits = plain.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var stop ? stop : plain.Length - at;
            signed.Add(digits >= LongNumber ? LongNumberSign : NumberSign);
            return digits;
        }

        var rest = plain.AsSpan(at);
        if (trades.Longest(rest, out var length) is not null)
        {
            signed.Add(TradeSign);
            return length;
        }

        if (districts.TryLongest(rest, out length, out _))
        {
            signed.Add(DistrictSign);
            return length;
        }

        if (Symbols.IsSymbol(plain[at])) signed.Add(plain[at]);
        return 1;
    }
}
