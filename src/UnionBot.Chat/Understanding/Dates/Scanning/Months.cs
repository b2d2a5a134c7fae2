using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>下个月5号, 这月底, 下个月第一个周一, 月初; 下个月 alone.</summary>
internal static class Months
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.Months, out var months)) return ReadNamed(ref cursor, found, months, start);

        var isPartOfWord = start > 0 && cursor.Text[start - 1] is '个' or '每';
        return cursor.Here == '月' && !isPartOfWord && MonthEnds.TryRead(ref cursor, found, start, months: null);
    }

    private static bool ReadNamed(ref Cursor cursor, Findings found, int months, int start)
    {
        var behindMonth = cursor.At;
        cursor.Take('的');
        if (DayLists.TryRead(ref cursor, found, day => new DayOfMonth(months, day), start, isMonthNamed: true)) return true;
        if (MonthEnds.TryRead(ref cursor, found, start, months)) return true;
        if (cursor.Take(cursor.Words.Days, out var days) && days == 0)
        {
            found.Day(new RelativeDay(0, months), start, cursor.At);
            return true;
        }

        cursor.At = behindMonth;
        found.Day(new NoDay(months < 0 ? NoWhen.Past : NoWhen.Vague, Months: months), start, behindMonth);
        return true;
    }
}
