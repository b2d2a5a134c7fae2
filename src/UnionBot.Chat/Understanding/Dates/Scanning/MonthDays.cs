using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>12月3号, 明年1月6日, 12月3到5号; 12月底, 12月第一个周一; 二月二, the lunar festival.</summary>
internal static class MonthDays
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        var year = Years.Take(ref cursor);
        if (TryYearEdge(ref cursor, found, year, start)) return true;
        if (!TryMonth(ref cursor, out var month, out var isChinese)) return false;

        var isNumbered = cursor.Take("份");
        if (!isNumbered && isChinese && TryLunarFestival(ref cursor, found, year, month, start)) return true;
        return DayLists.TryRead(ref cursor, found, day => new MonthDay(year, month, day), start, isMonthNamed: true)
            || MonthEnds.TryRead(ref cursor, found, start, months: null, year, month)
            || TryMonthAlone(ref cursor, found, year, month, start);
    }

    private static bool TryMonth(ref Cursor cursor, out int month, out bool isChinese)
    {
        (month, isChinese) = (1, true);
        if (cursor.Take("元月")) return true;
        if (!Numeral.TryTake(ref cursor, out var numeral) || !cursor.Take('月')) return false;

        (month, isChinese) = (numeral.Value, numeral.IsChinese);
        return numeral.Digits <= 2;
    }

    /// <summary>年底; 明年年初.</summary>
    private static bool TryYearEdge(ref Cursor cursor, Findings found, YearName? year, int start)
    {
        if (!cursor.Take(cursor.Words.YearEdges, out var edge)) return false;

        var month = edge switch { Edge.First => 1, Edge.Middle => 6, _ => 12 };
        DayEnds.Add(ref cursor, found, new MonthEdge(edge == Edge.Middle ? Edge.Last : edge, null, year, month), start);
        return true;
    }

    /// <summary>八月十五 without 日 or 号; 八月十五号 is a plain date.</summary>
    private static bool TryLunarFestival(ref Cursor cursor, Findings found, YearName? year, int month, int start)
    {
        var behindMonth = cursor.At;
        if (Numeral.TryTake(ref cursor, out var day) && day.IsChinese && cursor.Here is not ('号' or '日')
            && !cursor.Sees(cursor.Words.Measures) && !cursor.Sees(cursor.Words.Clock)
            && cursor.Words.LunarFestivals.Match($"{month}-{day.Value}") > 0)
        {
            DayEnds.Add(ref cursor, found, new LunarDay(year, month, day.Value), start);
            return true;
        }

        cursor.At = behindMonth;
        return false;
    }

    /// <summary>12月 names no day; 3月的工资 is not even about one.</summary>
    private static bool TryMonthAlone(ref Cursor cursor, Findings found, YearName? year, int month, int start)
    {
        var reason = month is < 1 or > 12 ? NoWhen.Impossible
            : year is { IsRelative: true, Value: < 0 } ? NoWhen.Past
            : NoWhen.Vague;
        if (cursor.Here is '的' or '工') found.Length(start, cursor.At);
        else found.Day(new NoDay(reason), start, cursor.At);
        return true;
    }
}
