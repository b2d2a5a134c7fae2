using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>过几天, 改天, 最近; 每周三.</summary>
internal static class VagueDays
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (!cursor.Take(cursor.Words.Vague) && !TryEvery(ref cursor)) return false;

        found.Day(new NoDay(NoWhen.Vague), start, cursor.At);
        return true;
    }

    /// <summary>每周三, 每个月十五号; 每月 alone is no day at all.</summary>
    private static bool TryEvery(ref Cursor cursor)
    {
        if (!cursor.Take(cursor.Words.Every)) return false;
        if (cursor.Take(cursor.Words.Weeks)) return cursor.Take(cursor.Words.Weekdays, out _) || cursor.Take(cursor.Words.Weekend);

        cursor.Take('个');
        return cursor.Take('月') && Numeral.TryTakeSpelled(ref cursor, out _) && (cursor.Take('号') || cursor.Take('日'));
    }
}
