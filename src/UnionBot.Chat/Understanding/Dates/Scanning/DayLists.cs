using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>The days of a month: 3号, 3、5号, 25到27号.</summary>
internal static class DayLists
{
    /// <param name="phraseOf">Makes a phrase of the number of a day.</param>
    /// <param name="start">Where the words of the first day begin, a month before it included.</param>
    /// <param name="isMonthNamed">True when a bare number is enough: 12月3.</param>
    public static bool TryRead(ref Cursor cursor, Findings found, Func<int, DayPhrase> phraseOf, int start, bool isMonthNamed)
    {
        var behindMonth = cursor.At;
        if (!TryDay(ref cursor, out var first)) return Back(ref cursor, behindMonth);

        var end = cursor.At;
        if (TrySuffix(ref cursor, isMonthNamed))
        {
            if (IsThing(cursor)) return Back(ref cursor, behindMonth);
            DayEnds.Add(ref cursor, found, phraseOf(first), start);
            return true;
        }

        if (TryMore(ref cursor, first, out var more))
        {
            found.Day(phraseOf(first), start, end);
            foreach (var (joint, day, from, to) in more)
            {
                found.Mark(joint, from, from);
                found.Day(phraseOf(day), from, to);
            }

            return true;
        }

        if (!isMonthNamed || !IsComplete(cursor)) return Back(ref cursor, behindMonth);
        DayEnds.Add(ref cursor, found, phraseOf(first), start);
        return true;
    }

    private static bool TryDay(ref Cursor cursor, out int day)
    {
        var isNumber = Numeral.TryTakeSpelled(ref cursor, out var numeral) && numeral.Digits <= 2;
        day = numeral.Value;
        return isNumber;
    }

    /// <summary>号 or 日; without a month, 15日内 and 3日后 are lengths of time.</summary>
    private static bool TrySuffix(ref Cursor cursor, bool isMonthNamed)
    {
        if (cursor.Take('号')) return true;
        var start = cursor.At;
        if (!cursor.Take('日')) return false;
        if (!cursor.Sees(cursor.Words.Inside) && (isMonthNamed || !cursor.Sees(cursor.Words.After))) return true;

        cursor.At = start;
        return false;
    }

    /// <summary>3号楼, 5号车间.</summary>
    private static bool IsThing(in Cursor cursor) => cursor.Here != ' ' && cursor.Sees(cursor.Words.NumberedThings);

    /// <summary>The further days up to the 号 that all of them share.</summary>
    private static bool TryMore(ref Cursor cursor, int first, out List<(Mark Joint, int Day, int Start, int End)> more)
    {
        var start = cursor.At;
        var day = first;
        more = [];
        while (TryNext(ref cursor, ref day, out var joint, out var from))
        {
            more.Add((joint, day, from, cursor.At));
            if (!TrySuffix(ref cursor, isMonthNamed: false)) continue;
            if (IsThing(cursor)) break;
            more[^1] = (joint, day, from, cursor.At);
            return true;
        }

        cursor.At = start;
        return false;
    }

    /// <summary>One more day behind 、 or 到; without, only the very next: 十九二十号, 二十五六号.</summary>
    private static bool TryNext(ref Cursor cursor, ref int day, out Mark joint, out int from)
    {
        var start = cursor.At;
        var before = day;
        var isJoined = TryJoint(ref cursor, out joint);
        if (!isJoined) (cursor.At, joint) = (start, Mark.Or);

        from = cursor.At;
        if (!TryDay(ref cursor, out day)) return false;
        if (isJoined || day == before + 1) return true;

        day += before / 10 * 10;
        return day == before + 1 && !char.IsAsciiDigit(cursor.Text[from]);
    }

    private static bool TryJoint(ref Cursor cursor, out Mark joint)
    {
        if (cursor.Take(cursor.Words.Marks, out joint)) return joint is Mark.Or or Mark.To;
        joint = Mark.Or;
        return cursor.Take(',');
    }

    /// <summary>12月3 is a day; 12月3点, 12月3个 and 12月33 are not.</summary>
    private static bool IsComplete(in Cursor cursor) =>
        !cursor.Sees(cursor.Words.Clock) && !cursor.Sees(cursor.Words.Measures) && !char.IsAsciiLetterOrDigit(cursor.Here)
        && cursor.Here is not (':' or '.' or '%');

    private static bool Back(ref Cursor cursor, int at)
    {
        cursor.At = at;
        return false;
    }
}
