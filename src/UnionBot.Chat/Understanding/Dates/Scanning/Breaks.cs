using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>国庆后第一天, 节后第一个工作日, 春节上班第一天, 节前最后一个工作日, 国庆假期第三天.</summary>
internal static class Breaks
{
    private delegate bool Form(ref Cursor cursor, out BreakPlace place, out int count);

    private static readonly Form[] Forms = [TryWorkdayBefore, TryAfter, TryWithin];

    /// <summary>Without a name: 节后第一天, 放假后第一个工作日.</summary>
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        return cursor.Sees(cursor.Words.Holiday) && TryRead(ref cursor, found, null, start);
    }

    /// <param name="cursor">Behind the festival's name.</param>
    /// <param name="start">Where the words begin.</param>
    public static bool TryRead(ref Cursor cursor, Findings found, Festival? festival, int start)
    {
        var behindName = cursor.At;
        foreach (var form in Forms)
        {
            if (form(ref cursor, out var place, out var count))
            {
                DayEnds.Add(ref cursor, found, new BreakDay(festival, place, count), start);
                return true;
            }

            cursor.At = behindName;
        }

        return false;
    }

    private static bool TryWorkdayBefore(ref Cursor cursor, out BreakPlace place, out int count)
    {
        (place, count) = (BreakPlace.WorkdayBefore, 1);
        cursor.Take(cursor.Words.Holiday);
        if (!cursor.Take(cursor.Words.Before)) return false;

        cursor.Take('的');
        return TryLast(ref cursor) && (cursor.Take(cursor.Words.BreakWorkdays) || cursor.Take(cursor.Words.BreakDays));
    }

    /// <summary>后第一天, 后第二个工作日, 后上班第一天, 上班第一天.</summary>
    private static bool TryAfter(ref Cursor cursor, out BreakPlace place, out int count)
    {
        (place, count) = (BreakPlace.WorkdayAfter, 1);
        cursor.Take(cursor.Words.Holiday);
        var isOver = cursor.Take(cursor.Words.BreakOver);
        var isAfter = cursor.Take(cursor.Words.After) || isOver;
        cursor.Take('的');
        if (cursor.Take(cursor.Words.BreakWorkdays))
        {
            cursor.Take('的');
            return TryNth(ref cursor, out count) && cursor.Take(cursor.Words.BreakDays);
        }

        if (!TryNth(ref cursor, out count)) return false;
        if (cursor.Take(cursor.Words.BreakWorkdays)) return true;
        if (!cursor.Take(cursor.Words.BreakDays)) return false;
        if (cursor.Take(cursor.Words.BreakWorkdays)) return true;

        place = BreakPlace.DayAfter;
        return isAfter;
    }

    /// <summary>假期第三天, 假期最后一天.</summary>
    private static bool TryWithin(ref Cursor cursor, out BreakPlace place, out int count)
    {
        (place, count) = (BreakPlace.Within, 1);
        if (!cursor.Take(cursor.Words.Holiday)) return false;

        cursor.Take('的');
        if (TryNth(ref cursor, out count)) return cursor.Take(cursor.Words.BreakDays);

        place = BreakPlace.LastDay;
        return TryLast(ref cursor) && cursor.Take(cursor.Words.BreakDays);
    }

    private static bool TryLast(ref Cursor cursor) => cursor.Take("最后一个") || cursor.Take("最后一") || cursor.Take("最后");

    /// <summary>第一, 第二个, 头一, 首.</summary>
    private static bool TryNth(ref Cursor cursor, out int nth)
    {
        nth = 1;
        if (cursor.Take('头') || cursor.Take('首'))
        {
            _ = cursor.Take("一个") || cursor.Take('一') || cursor.Take('个');
            return true;
        }

        if (!cursor.Take('第') || !Numeral.TryTake(ref cursor, out var numeral)) return false;
        cursor.Take('个');
        nth = numeral.Value;
        return nth is > 0 and < 30;
    }
}
