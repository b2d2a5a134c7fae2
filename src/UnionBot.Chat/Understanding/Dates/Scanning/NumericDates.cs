using System.Globalization;
using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>2026-12-01, 20261201, 12/5, 12-5, and 12.5 when a word of a day or time follows.</summary>
internal static class NumericDates
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        if (!char.IsAsciiDigit(cursor.Here) || IsInsideOfCode(cursor)) return false;

        var start = cursor.At;
        var phrase = EightDigits(ref cursor) ?? Separated(ref cursor);
        if (phrase is null || IsPartOfMore(cursor)) return false;

        cursor.Take('号');
        DayEnds.Add(ref cursor, found, phrase, start);
        return true;
    }

    private static bool IsInsideOfCode(in Cursor cursor) =>
        cursor.At > 0 && (char.IsAsciiLetterOrDigit(cursor.Text[cursor.At - 1]) || cursor.Text[cursor.At - 1] is '.' or '/');

    private static bool IsPartOfMore(in Cursor cursor) => char.IsAsciiLetterOrDigit(cursor.Here) || cursor.Here is '%';

    /// <summary>20260507, only when there is such a day.</summary>
    private static MonthDay? EightDigits(ref Cursor cursor)
    {
        if (cursor.Rest.Length < 8 || !DateOnly.TryParseExact(
            cursor.Rest[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        if (day.Year is < 1900 or > 2100) return null;

        cursor.At += 8;
        return new MonthDay(new YearName(day.Year, IsRelative: false), day.Month, day.Day);
    }

    private static MonthDay? Separated(ref Cursor cursor)
    {
        var start = cursor.At;
        if (!Numeral.TryTake(ref cursor, out var first) || !TrySeparator(ref cursor, out var sign)) return Back(ref cursor, start);
        if (!Numeral.TryTake(ref cursor, out var second) || second.Digits > 2) return Back(ref cursor, start);
        if (first.Digits == 4)
        {
            return cursor.Take(sign) && Numeral.TryTake(ref cursor, out var third) && third.Digits is 1 or 2
                ? new MonthDay(new YearName(first.Value, IsRelative: false), second.Value, third.Value)
                : Back(ref cursor, start);
        }

        var isDate = first is { Digits: <= 2, Value: >= 1 and <= 12 } && second.Value is >= 1 and <= 31
            && (sign == '.' ? IsBeforeDateWord(cursor) : IsBeforeNothingElse(cursor, sign));
        return isDate ? new MonthDay(null, first.Value, second.Value) : Back(ref cursor, start);
    }

    private static bool TrySeparator(ref Cursor cursor, out char sign)
    {
        sign = cursor.Here;
        if (sign is not ('-' or '/' or '.') || !char.IsAsciiDigit(cursor.Peek(1))) return false;
        cursor.At++;
        return true;
    }

    private static bool IsBeforeDateWord(in Cursor cursor)
    {
        var rest = cursor;
        return rest.Take('号') || rest.Take('日') || rest.Sees(rest.Words.DayItself) || rest.Sees(rest.Words.Parts)
            || rest.Sees(rest.Words.PartsBeside) || rest.Sees(rest.Words.Weeks) || Clocks.TryTake(ref rest, isBeside: true, out _);
    }

    /// <summary>3-5人 is an amount, 2-4点 a range of times, 10-20-30 no date.</summary>
    private static bool IsBeforeNothingElse(in Cursor cursor, char sign)
    {
        var rest = cursor;
        var isRange = sign == '/' && cursor.Here == '-';
        return (isRange || cursor.Here is not ('-' or '/' or '.')) && !cursor.Sees(cursor.Words.Measures)
            && !cursor.Sees(cursor.Words.Clock) && !cursor.Sees(cursor.Words.NumberedThings)
            && !(rest.Take('号') && rest.Sees(rest.Words.NumberedThings));
    }

    private static MonthDay? Back(ref Cursor cursor, int start)
    {
        cursor.At = start;
        return null;
    }
}
