using System.Text;

namespace UnionBot.Chat.Understanding;

/// <summary>Reads numbers as people write and say them: 12, 十二, 两千三, 一万八, 幺三六.</summary>
public static class ChineseNumber
{
    private const long Largest = 999_999_999_999;

    /// <summary>Reads a whole text as one number.</summary>
    /// <param name="text">Normalised text: full-width digits are already half-width.</param>
    /// <returns>0 to 999,999,999,999; null when the text is anything else, a string of spoken digits (一三六) included.</returns>
    public static long? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 24) return null;
        return char.IsAsciiDigit(text[0]) ? ReadMixed(text) : ReadNumerals(text);
    }

    /// <summary>Reads a string of digits in any form, said one by one: 136 0000 1234, 一三六, 幺二零, 两.</summary>
    /// <returns>ASCII digits, blanks and hyphens left out; null when anything else is in the text, or no digit.</returns>
    public static string? ReadDigits(ReadOnlySpan<char> text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '-' or '—') continue;
            var value = char.IsAsciiDigit(c) ? c - '0' : Digit(c);
            if (value < 0) return null;
            digits.Append((char)('0' + value));
        }

        return digits.Length == 0 ? null : digits.ToString();
    }

    /// <summary>12, 1,200, 3千, 2万, 1万8.</summary>
    private static long? ReadMixed(ReadOnlySpan<char> text)
    {
        long number = 0;
        var i = 0;
        for (; i < text.Length && (char.IsAsciiDigit(text[i]) || IsGrouping(text, i)); i++)
        {
            if (text[i] == ',') continue;
            number = (number * 10) + (text[i] - '0');
            if (number > Largest) return null;
        }

        if (i == text.Length) return number;

        var unit = Unit(text[i]);
        if (unit < 100 || number * unit > Largest) return null;
        var rest = text[(i + 1)..];
        if (rest.IsEmpty) return number * unit;
        if (rest.Length == 1 && (char.IsAsciiDigit(rest[0]) || Digit(rest[0]) > 0))
        {
            var tail = char.IsAsciiDigit(rest[0]) ? rest[0] - '0' : Digit(rest[0]);
            return (number * unit) + (tail * unit / 10);
        }

        return Read(rest) is { } less && less < unit ? (number * unit) + less : null;
    }

    private static bool IsGrouping(ReadOnlySpan<char> text, int i) =>
        text[i] == ',' && i > 0 && i + 3 < text.Length
        && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]);

    private static long? ReadNumerals(ReadOnlySpan<char> text)
    {
        // total: whole 万 and 亿; section: below 10,000; digit: waiting for its unit; last: to understand 两千三 as 2,300.
        long total = 0, section = 0, digit = -1, last = 0;
        foreach (var c in text)
        {
            if (Digit(c) is >= 0 and var value)
            {
                if (digit > 0) return null;
                if (value == 0 && text.Length == 1) return 0;
                (digit, last) = value == 0 ? (-1, 0) : (value, last);
                continue;
            }

            var unit = Unit(c);
            if (unit == 0) return null;
            if (unit < 10_000)
            {
                if (digit < 0 && (unit > 10 || section > 0)) return null;
                if (last is > 0 and < 10_000 && unit >= last) return null;
                section += Math.Max(digit, 1) * unit;
            }
            else
            {
                section += Math.Max(digit, 0);
                if (section + total == 0) return null;
                total = (unit > 10_000 ? total + section : section) * unit + (unit > 10_000 ? 0 : total);
                section = 0;
            }

            (digit, last) = (-1, unit);
        }

        if (digit > 0) section += last > 10 ? digit * last / 10 : digit;
        return total + section is > 0 and <= Largest and var number ? number : null;
    }

    /// <summary>0 to 9; -1 when the character is no Chinese digit.</summary>
    internal static int Digit(char c) => c switch
    {
        '零' or '〇' or '洞' => 0,
        '一' or '壹' or '幺' => 1,
        '二' or '贰' or '两' or '俩' => 2,
        '三' or '叁' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' or '拐' => 7,
        '八' or '捌' => 8,
        '九' or '玖' or '勾' => 9,
        _ => -1,
    };

    private static long Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' or 'k' or 'K' => 1_000,
        '万' or 'w' or 'W' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
