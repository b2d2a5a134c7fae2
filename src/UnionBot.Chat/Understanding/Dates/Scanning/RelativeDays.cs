using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>今天, 明儿个, 昨天; 今晚, 明早; 明后天.</summary>
internal static class RelativeDays
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.Days, out var days))
        {
            DayEnds.Add(ref cursor, found, new RelativeDay(days), start);
            return true;
        }

        if (cursor.Take(cursor.Words.TwoDays, out days))
        {
            found.Day(new RelativeDay(days), start, cursor.At);
            found.Mark(Mark.Or, cursor.At, cursor.At);
            found.Day(new RelativeDay(days + 1), cursor.At, cursor.At);
            return true;
        }

        if (!cursor.Take(cursor.Words.DaysBeforePart, out days)) return false;

        // 明早 is one word for day and part: the day's span has it all, and the part is read again as a time.
        var part = cursor.At;
        if (!cursor.Take(cursor.Words.Parts, out _) && !cursor.Take(cursor.Words.PartsBeside, out _)) return false;

        found.Day(new RelativeDay(days), start, cursor.At);
        cursor.At = part;
        return true;
    }
}
