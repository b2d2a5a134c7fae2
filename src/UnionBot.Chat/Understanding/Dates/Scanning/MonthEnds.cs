using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>What may stand behind a month instead of a day: 底, 第一个周一, 最后一天.</summary>
internal static class MonthEnds
{
    public static bool TryRead(ref Cursor cursor, Findings found, int start, int? months, YearName? year = null, int? month = null)
    {
        var behindMonth = cursor.At;
        cursor.Take('的');
        if (TryNth(ref cursor, out var nth, out var day))
        {
            DayEnds.Add(ref cursor, found, new NthWeekday(months, year, month, nth, day), start);
            return true;
        }

        if (TryEdge(ref cursor, out var edge))
        {
            DayEnds.Add(ref cursor, found, new MonthEdge(edge, months, year, month), start);
            return true;
        }

        cursor.At = behindMonth;
        return false;
    }

    /// <summary>第二个周三, 最后一个周五.</summary>
    private static bool TryNth(ref Cursor cursor, out int nth, out int day)
    {
        var start = cursor.At;
        (nth, day) = (0, 0);
        var isLast = cursor.Take("最后一个") || cursor.Take("最后个");
        if (!isLast && cursor.Take('第') && Numeral.TryTake(ref cursor, out var numeral) && cursor.Take('个')) nth = numeral.Value;
        if ((isLast || nth is > 0 and < 6) && cursor.Take(cursor.Words.Weeks) && cursor.Take(cursor.Words.Weekdays, out day)) return true;

        cursor.At = start;
        return false;
    }

    /// <summary>底, 月底, 最后一天; not 中旬, which is ten days.</summary>
    private static bool TryEdge(ref Cursor cursor, out Edge edge)
    {
        edge = Edge.Last;
        if (cursor.Take("最后一天")) return true;

        cursor.Take('月');
        return cursor.Take(cursor.Words.MonthEdges, out edge) && cursor.Here != '旬';
    }
}
