using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>2027年, 27年, 二〇二七年, 明年.</summary>
internal static class Years
{
    /// <summary>Takes a year before a month or a festival; stays where it is when there is none.</summary>
    public static YearName? Take(ref Cursor cursor)
    {
        var start = cursor.At;
        YearName? year = cursor.Take(cursor.Words.Years, out var ahead) ? new YearName(ahead, IsRelative: true)
            : TryNumber(ref cursor, out var number) && cursor.Take('年') ? new YearName(number, IsRelative: false)
            : null;
        if (year is null) cursor.At = start;
        else cursor.Take("的");

        return year;
    }

    /// <summary>明年, with nothing behind it that would make a day of it.</summary>
    public static bool TryReadAlone(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (!cursor.Take(cursor.Words.Years, out var ahead)) return false;

        found.Day(new NoDay(ahead < 0 ? NoWhen.Past : NoWhen.Vague), start, cursor.At);
        return true;
    }

    private static bool TryNumber(ref Cursor cursor, out int year)
    {
        year = 0;
        var start = cursor.At;
        while (Numeral.UnitOf(cursor.Here) is >= 0 and var unit && cursor.At - start < 4)
        {
            year = (year * 10) + unit;
            cursor.At++;
        }

        if (cursor.At > start) return cursor.At - start == 4;
        if (!Numeral.TryTake(ref cursor, out var numeral)) return false;

        year = numeral.Digits == 2 ? 2000 + numeral.Value : numeral.Value;
        return numeral.Digits is 2 or 4;
    }
}
