namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>或者, 到, 不要, 不行, 改到 and their like.</summary>
internal static class Marks
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (!cursor.Take(cursor.Words.Marks, out var mark)) return false;

        found.Mark(mark, start, cursor.At);
        return true;
    }
}
