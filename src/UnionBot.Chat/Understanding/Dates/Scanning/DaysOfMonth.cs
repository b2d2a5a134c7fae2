using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>25号, 3日, 3、4号都行; not 3号楼, 文化路12号, 第5号.</summary>
internal static class DaysOfMonth
{
    private const int Unlikely = 99;

    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (!Numeral.IsNumeral(cursor.Here) || IsAddress(cursor)) return false;

        var ahead = cursor;
        var isUnlikely = Numeral.TryTakeSpelled(ref ahead, out var numeral)
            && (numeral.Value > Unlikely || (numeral.Value > 31 && ahead.Take('日')));
        return !isUnlikely && DayLists.TryRead(ref cursor, found, day => new DayOfMonth(null, day), start, isMonthNamed: false);
    }

    private static bool IsAddress(in Cursor cursor) =>
        cursor.Words.AddressBefore.MatchEnd(cursor.Before) > 0
        || (cursor.At > 0 && (char.IsAsciiLetterOrDigit(cursor.Text[cursor.At - 1]) || cursor.Text[cursor.At - 1] is '-' or '#'));
}
