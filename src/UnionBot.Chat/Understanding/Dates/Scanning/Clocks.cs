using UnionBot.Chat.Understanding.Dates.Times;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>三点半, 15:30, 差五分四点, 两三点, 2-4点; not 两点建议, 零点五, 快点.</summary>
internal static class Clocks
{
    private const int LatestHour = 29;

    /// <summary>Behind 时 these make another word: 时候, 时间.</summary>
    private const string NoHourWords = "候间段长薪期常半差";

    /// <param name="isBeside">True when a day or a part of the day stands before it, so that a clock is to be expected.</param>
    public static bool TryTake(ref Cursor cursor, bool isBeside, out ClockReading clock)
    {
        var start = cursor.At;
        if (TryShortOf(ref cursor, out clock) || TryPlain(ref cursor, isBeside, out clock)) return true;

        cursor.At = start;
        return false;
    }

    /// <summary>差五分四点, 差一刻三点.</summary>
    private static bool TryShortOf(ref Cursor cursor, out ClockReading clock)
    {
        clock = default;
        if (!cursor.Take('差') || !Minutes.TryGap(ref cursor, out var gap)) return false;

        _ = cursor.Take("不到") || cursor.Take('到') || cursor.Take('就');
        if (!TryHour(ref cursor, out var hour) || !cursor.Take(cursor.Words.Clock)) return false;

        clock = new ClockReading(Minutes.Before(hour.Value, gap), null, IsApproximate: false);
        return true;
    }

    private static bool TryPlain(ref Cursor cursor, bool isBeside, out ClockReading clock)
    {
        clock = default;
        var start = cursor.At;
        if (IsInsideOfNumber(cursor) || !TryHour(ref cursor, out var hour)) return false;
        if (TryDigital(ref cursor, hour, isBeside, out var time)) return Done(time, out clock);
        if (TryTwoHours(ref cursor, hour, out clock)) return true;
        if (IsLatinPartNext(cursor)) return Done(new Clock(hour.Value, 0, hour.HasLeadingZero), out clock);
        if (!TryUnit(ref cursor, isBeside, start, hour)) return false;

        return Minutes.TryBehind(ref cursor, hour, isBeside, out time) && Done(time, out clock);
    }

    private static bool TryHour(ref Cursor cursor, out Numeral hour) =>
        Numeral.TryTake(ref cursor, out hour) && hour.Value <= LatestHour && hour.Digits <= 2;

    private static bool IsInsideOfNumber(in Cursor cursor) =>
        cursor.At > 0 && (char.IsAsciiLetterOrDigit(cursor.Text[cursor.At - 1])
            || (cursor.Text[cursor.At - 1] is '.' or ':' && char.IsAsciiDigit(cursor.Here)));

    /// <summary>15:30; 9.30 only behind a day or a part.</summary>
    private static bool TryDigital(ref Cursor cursor, Numeral hour, bool isBeside, out Clock clock)
    {
        clock = default;
        var start = cursor.At;
        var isSign = cursor.Take(':') || cursor.Take(';') || (isBeside && cursor.Take('.'));
        if (isSign && !hour.IsChinese && Numeral.TryTake(ref cursor, out var minute) && minute.Digits == 2)
        {
            if (cursor.Here == ':' && char.IsAsciiDigit(cursor.Peek(1))) cursor.At += 3;
            clock = new Clock(hour.Value, minute.Value, hour.HasLeadingZero);
            return true;
        }

        cursor.At = start;
        return false;
    }

    /// <summary>两三点, about; 2-4点, a range.</summary>
    private static bool TryTwoHours(ref Cursor cursor, Numeral hour, out ClockReading clock)
    {
        clock = default;
        var start = cursor.At;
        var isPair = hour.IsChinese && Numeral.UnitOf(cursor.Here) == hour.Value + 1;
        var isRange = !isPair && cursor.Take(cursor.Words.Marks, out var mark) && mark == Mark.To;
        if ((isPair || isRange) && TryPlain(ref cursor, isBeside: true, out var next) && next.End is null)
        {
            var first = new Clock(hour.Value, 0, hour.HasLeadingZero);
            clock = new ClockReading(first, isRange ? next.Start : null, isPair);
            return true;
        }

        cursor.At = start;
        return false;
    }

    private static bool IsLatinPartNext(in Cursor cursor)
    {
        var rest = cursor;
        while (rest.Here == ' ') rest.At++;
        return rest.Here is 'a' or 'p' && rest.Sees(rest.Words.Parts);
    }

    private static bool TryUnit(ref Cursor cursor, bool isBeside, int start, Numeral hour)
    {
        var unit = cursor.At;
        if (!cursor.Take(cursor.Words.Clock)) return false;

        var isHourWord = cursor.Text[cursor.At - 1] == '时';
        if (isHourWord) return !NoHourWords.Contains(cursor.Here) && !(hour is { IsChinese: true, Value: 1 });
        if (isBeside) return cursor.At > unit;

        var isListed = cursor.Words.PointsBefore.MatchEnd(cursor.Text[..start]) > 0
            && cursor.Here is not ('的' or '半' or '整' or '吗');
        return !isListed && !cursor.Sees(cursor.Words.Points);
    }

    private static bool Done(Clock time, out ClockReading clock)
    {
        clock = new ClockReading(time, null, IsApproximate: false);
        return true;
    }
}
