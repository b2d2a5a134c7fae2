using System.Globalization;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads one number or range at a place of a text: 5k, 1.2万, 八千五, 两三千, 4500-6000, 四到六千.</summary>
public static class SumReader
{
    private const int LongestNumber = 12;

    /// <returns>False when no number begins here; <see cref="Sum.End"/> is then 0.</returns>
    public static bool TryRead(string text, int start, out Sum sum)
    {
        sum = default;
        if (!TryNumber(text, start, out var low, out var high, out var end, out var unit)) return false;

        if (high is null && RangeSign(text, end) is var sign and > 0
            && TryNumber(text, end + sign, out var top, out _, out var topEnd, out var topUnit))
        {
            // 四到六千: the unit of the upper end counts for both.
            if (unit == 1 && topUnit > 1 && low < 100) low *= topUnit;
            if (top > low)
            {
                sum = new Sum(low, top, topEnd, unit > 1 || topUnit > 1);
                return true;
            }
        }

        sum = new Sum(low, high, end, unit > 1);
        return true;
    }

    private static int RangeSign(string text, int at)
    {
        if (at >= text.Length) return 0;
        if (text[at] is '-' or '~' or '到' or '至' or '—' or '–') return 1;
        return text.AsSpan(at).StartsWith("块到", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("元-", StringComparison.Ordinal) ? 2 : 0;
    }

    private static bool TryNumber(string text, int start, out long low, out long? high, out int end, out long unit)
    {
        (low, high, end, unit) = (0, null, start, 1);
        if (start >= text.Length) return false;
        if (char.IsAsciiDigit(text[start])) return TryDigits(text, start, out low, out end, out unit);
        if (TryTwoDigits(text, start, out low, out high, out end, out unit)) return true;

        var length = 0;
        while (length < LongestNumber && start + length < text.Length && IsNumeral(text[start + length])) length++;
        for (; length > 0; length--)
        {
            var numerals = text.AsSpan(start, length);
            if (ChineseNumber.Read(numerals) is not { } number || number == 0) continue;

            (low, end) = (number, start + length);
            unit = numerals.Contains('万') ? 10_000 : numerals.Contains('千') ? 1_000 : numerals.Contains('百') ? 100 : 1;
            return true;
        }

        return false;
    }

    /// <summary>12, 1,200, 5k, 1.2万, 1万2.</summary>
    private static bool TryDigits(string text, int start, out long low, out int end, out long unit)
    {
        end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;

        (low, unit) = (0, 1);
        var digits = text[start..end].Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 99_999_999) return false;

        if (end < text.Length && UnitOf(text[end]) is var said and > 1)
        {
            (unit, end) = (said, end + 1);
            number *= unit;
            if (end < text.Length && char.IsAsciiDigit(text[end]) && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1])))
            {
                number += (text[end] - '0') * (unit / 10);
                end++;
            }
        }

        low = (long)number;
        return number == low;
    }

    /// <summary>两三千 is 2,000 to 3,000; 一二 without a unit is none.</summary>
    private static bool TryTwoDigits(string text, int start, out long low, out long? high, out int end, out long unit)
    {
        (low, high, end, unit) = (0, null, start, 1);
        if (start + 2 >= text.Length) return false;

        var (first, second) = (ChineseNumber.Digit(text[start]), ChineseNumber.Digit(text[start + 1]));
        unit = UnitOf(text[start + 2]);
        if (first < 1 || second != first + 1 || unit == 1) return false;

        (low, high, end) = (first * unit, second * unit, start + 3);
        return true;
    }

    private static bool IsNumeral(char c) => ChineseNumber.Digit(c) >= 0 || UnitOf(c) > 1 || c == '十';

    private static long UnitOf(char c) => c switch
    {
        '百' => 100,
        '千' or 'k' => 1_000,
        '万' or 'w' => 10_000,
        _ => 1,
    };
}
