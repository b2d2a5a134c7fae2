using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>正月初八, 腊月二十三, 农历十月二十, 闰六月初一, 大年初一, 初八, 廿三, 6月初6.</summary>
internal static class LunarDays
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        var year = Years.Take(ref cursor);
        var isLunar = cursor.Take(cursor.Words.Lunar);
        if (isLunar) year ??= Years.Take(ref cursor);

        if (TryNewYear(ref cursor, out var day)) return Add(ref cursor, found, new LunarDay(year, 1, day), start);

        var isLeap = cursor.Take('闰');
        var hasMonth = TryMonth(ref cursor, out var month, out var isLunarMonth);
        isLunar |= isLunarMonth || isLeap;
        if (hasMonth && isLeap && month < 0) return false;
        if (TryDay(ref cursor, isLunar, out day))
        {
            return Add(ref cursor, found, new LunarDay(year, hasMonth ? month : null, day, isLeap), start);
        }

        if (!hasMonth || !isLunar) return false;
        found.Day(new NoDay(NoWhen.Vague), start, cursor.At);
        return true;
    }

    private static bool Add(ref Cursor cursor, Findings found, LunarDay phrase, int start)
    {
        if (IsSchoolYear(cursor)) return false;
        _ = cursor.Take('日') || cursor.Take('号');
        DayEnds.Add(ref cursor, found, phrase, start);
        return true;
    }

    /// <summary>大年初三, 年初五, 过年初六: 正月.</summary>
    private static bool TryNewYear(ref Cursor cursor, out int day)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.LunarNewYear) && TryFirstTen(ref cursor, out day)) return true;

        (cursor.At, day) = (start, 0);
        return false;
    }

    private static bool TryMonth(ref Cursor cursor, out int month, out bool isLunar)
    {
        var start = cursor.At;
        isLunar = cursor.Take(cursor.Words.LunarMonths, out month);
        if (isLunar) return true;
        if (Numeral.TryTake(ref cursor, out var numeral) && numeral.Digits <= 2 && cursor.Take('月'))
        {
            month = numeral.Value;
            return true;
        }

        (cursor.At, month) = (start, -1);
        return false;
    }

    private static bool TryDay(ref Cursor cursor, bool isLunar, out int day)
    {
        if (TryFirstTen(ref cursor, out day)) return true;

        var start = cursor.At;
        var isTwenty = cursor.Here == '廿';
        if ((isLunar || isTwenty) && Numeral.TryTake(ref cursor, out var numeral) && numeral.Digits <= 2
            && !cursor.Sees(cursor.Words.Clock) && (isLunar || IsBareTwenty(cursor)))
        {
            day = numeral.Value;
            return true;
        }

        cursor.At = start;
        return false;
    }

    /// <summary>廿三 is lunar; 廿三号 is a plain date.</summary>
    private static bool IsBareTwenty(in Cursor cursor) =>
        cursor.Here is not ('号' or '日') && !cursor.Sees(cursor.Words.Measures);

    /// <summary>初一 to 初十, also 初8.</summary>
    private static bool TryFirstTen(ref Cursor cursor, out int day)
    {
        day = 0;
        var start = cursor.At;
        if (!cursor.Take('初')) return false;
        if (char.IsAsciiDigit(cursor.Here))
        {
            if (Numeral.TryTake(ref cursor, out var numeral)) day = numeral.Value;
        }
        else if (cursor.Here == '十' || Numeral.UnitOf(cursor.Here) > 0)
        {
            day = cursor.Here == '十' ? 10 : Numeral.UnitOf(cursor.Here);
            cursor.At++;
        }

        if (day is > 0 and <= 10) return true;
        cursor.At = start;
        return false;
    }

    /// <summary>初二学生 is a pupil.</summary>
    private static bool IsSchoolYear(in Cursor cursor) => cursor.Here is '学' or '班' or '年' or '毕' or '生';
}
