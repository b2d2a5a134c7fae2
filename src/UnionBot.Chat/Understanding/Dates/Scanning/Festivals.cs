using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>中秋节, 十一那天, 明年春节, 国庆前一天; not 五一劳动奖章, 五四路.</summary>
internal static class Festivals
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (Breaks.TryRead(ref cursor, found)) return true;

        var isOver = cursor.Take(cursor.Words.BreakOverBefore);
        var year = Years.Take(ref cursor);
        var word = cursor.At;
        if (!cursor.Take(cursor.Words.Festivals, out var festival) || IsPartOfNumber(cursor, word)) return false;

        if (Breaks.TryRead(ref cursor, found, festival, start)) return true;
        if (festival.Use == FestivalUse.Around || cursor.Sees(cursor.Words.FestivalSubjects)) return false;

        if (festival.Use == FestivalUse.BeforePart && !IsBeforePart(cursor)) return false;

        var shift = TakeShift(ref cursor);
        if (festival.Use == FestivalUse.Careful && shift == 0 && !IsMeantAsDay(cursor, word)) return false;
        if (isOver || (shift == 0 && cursor.Take(cursor.Words.Holiday)))
        {
            found.Day(new NoDay(NoWhen.Vague), start, cursor.At);
            return true;
        }

        DayEnds.Add(ref cursor, found, new FestivalDay(festival, year, shift), start);
        return true;
    }

    /// <summary>A festival named by numerals (十一, 五一) is no part of a longer number, nor an amount: 五一年, 三八路.</summary>
    private static bool IsPartOfNumber(in Cursor cursor, int word)
    {
        var last = cursor.Text[cursor.At - 1];
        if (!Numeral.IsNumeral(last)) return false;
        var before = word > 0 ? cursor.Text[word - 1] : ' ';
        if (Numeral.IsNumeral(before) || before is '第' or '月' or '初' or '点') return true;

        return Numeral.IsNumeral(cursor.Here) || cursor.Here is '号' or '日' or '.' or ':' or '-' or '/'
            || cursor.Sees(cursor.Words.Clock) || cursor.Sees(cursor.Words.Measures);
    }

    /// <summary>前一天, 第二天, 前三天: days from the festival; 0 when there is nothing of the kind.</summary>
    private static int TakeShift(ref Cursor cursor)
    {
        if (cursor.Take(cursor.Words.DaysBeside, out var days)) return days;

        var start = cursor.At;
        if (cursor.Take('第') && Numeral.TryTake(ref cursor, out var nth) && cursor.Take(cursor.Words.BreakDays)) return nth.Value - 1;

        cursor.At = start;
        var sign = cursor.Take(cursor.Words.Before) ? -1 : cursor.Take(cursor.Words.After) ? 1 : 0;
        if (sign != 0 && Numeral.TryTake(ref cursor, out var count) && count.Value < 30
            && cursor.Take(cursor.Words.BreakDays)) return sign * count.Value;

        cursor.At = start;
        return 0;
    }

    /// <summary>小雪 alone, or with 那天 or a time behind it.</summary>
    private static bool IsMeantAsDay(Cursor cursor, int word) =>
        (word == 0 && cursor.IsAtBoundary) || cursor.Sees(cursor.Words.DayItself) || cursor.Sees(cursor.Words.Parts)
        || Clocks.TryTake(ref cursor, isBeside: false, out _);

    private static bool IsBeforePart(in Cursor cursor) => cursor.Sees(cursor.Words.Parts) || cursor.Sees(cursor.Words.PartsBeside);
}
