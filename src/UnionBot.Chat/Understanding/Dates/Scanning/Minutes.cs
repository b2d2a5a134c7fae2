using UnionBot.Chat.Understanding.Dates.Times;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>What stands behind 三点: 半, 一刻, 二十, 零五分, 差五分, 整.</summary>
internal static class Minutes
{
    /// <returns>False when it is no clock after all: 三点五 is a decimal.</returns>
    public static bool TryBehind(ref Cursor cursor, Numeral hour, bool isBeside, out Clock clock)
    {
        clock = new Clock(hour.Value, 0, hour.HasLeadingZero);
        if (cursor.Take('整') || cursor.Take('正')) return true;
        if (TryHalf(ref cursor)) return With(30, ref clock);

        var start = cursor.At;
        if (cursor.Take('差') && TryGap(ref cursor, out var gap))
        {
            clock = Before(hour.Value, gap);
            return true;
        }

        cursor.At = start;
        cursor.Take('过');
        if (TryQuarters(ref cursor, out var quarters)) return With(15 * quarters, ref clock);
        if (TryMinute(ref cursor, out var minute, out var isDecimal)) return With(minute, ref clock);

        cursor.At = start;
        return isBeside || !isDecimal;
    }

    /// <summary>The minutes that are missing to the hour: 五分, 十分钟, 一刻.</summary>
    public static bool TryGap(ref Cursor cursor, out int minutes)
    {
        minutes = 0;
        if (TryQuarters(ref cursor, out var quarters)) minutes = 15 * quarters;
        else if (Numeral.TryTake(ref cursor, out var numeral) && cursor.Take('分'))
        {
            cursor.Take('钟');
            minutes = numeral.Value;
        }

        return minutes is > 0 and < 60;
    }

    public static Clock Before(int hour, int gap) => new(hour == 0 ? 23 : hour - 1, 60 - gap);

    private static bool TryHalf(ref Cursor cursor)
    {
        var start = cursor.At;
        if (cursor.Take('半') && cursor.Here is not ('个' or '天' or '年')) return true;

        cursor.At = start;
        return false;
    }

    private static bool TryQuarters(ref Cursor cursor, out int quarters)
    {
        var start = cursor.At;
        if (Numeral.TryTake(ref cursor, out var numeral) && numeral.Value is 1 or 2 or 3 && cursor.Take('刻'))
        {
            cursor.Take('钟');
            quarters = numeral.Value;
            return true;
        }

        (cursor.At, quarters) = (start, 0);
        return false;
    }

    /// <summary>Two figures, a zero before, or 分 behind make minutes; one figure alone makes a decimal.</summary>
    private static bool TryMinute(ref Cursor cursor, out int minute, out bool isDecimal)
    {
        (minute, isDecimal) = (0, false);
        if (cursor.Here == ' ' || !Numeral.TryTake(ref cursor, out var numeral)) return false;

        minute = numeral.Value;
        var isSingle = numeral.Digits == 1 || (numeral is { IsChinese: true, Value: < 10, HasLeadingZero: false });
        if (cursor.Take('分')) return cursor.Here is not ('钱' or '之');

        isDecimal = isSingle && !cursor.Sees(cursor.Words.Clock);
        return !isSingle && numeral.Digits is 0 or 2 && cursor.Here is not ('号' or '日' or '月') && !cursor.Sees(cursor.Words.Measures);
    }

    private static bool With(int minute, ref Clock clock)
    {
        clock = clock with { Minute = minute };
        return true;
    }
}
