using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>或者, 到, 不要, 不行, 改到 and their like.</summary>
internal static class Marks
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (!cursor.Take(cursor.Words.Marks, out var mark)) return false;
        if (mark == Mark.Fix && cursor.At == start + 1 && !IsClause(cursor, start)) return false;

        var isFeared = mark is Mark.Refused or Mark.Busy && cursor.Take(cursor.Words.IfBehind);
        found.Mark(isFeared ? Mark.Else : mark, start, cursor.At);
        return true;
    }

    /// <summary>True when nothing but signs stands around what was taken.</summary>
    private static bool IsClause(in Cursor cursor, int start) =>
        cursor.IsAtBoundary && (start == 0 || !char.IsLetterOrDigit(cursor.Text[start - 1]));
}
