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

    private static bool TryEvery(ref Cursor cursor) =>
        cursor.Take(cursor.Words.Every)
        && cursor.Take(cursor.Words.Weeks)
        && (cursor.Take(cursor.Words.Weekdays, out _) || cursor.Take(cursor.Words.Weekend));
}
