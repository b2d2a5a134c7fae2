using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>What may stand behind the words of a day and still belongs to them: 那天; 之前, which makes a deadline of it.</summary>
internal static class DayEnds
{
    public static void Add(ref Cursor cursor, Findings found, DayPhrase phrase, int start)
    {
        var end = cursor.At;
        cursor.Take(cursor.Words.DayItself);
        if (cursor.Take(cursor.Words.AboutDay)) phrase = phrase with { IsAbout = true };
        found.Day(TakesLimit(ref cursor) ? new NoDay(NoWhen.Vague) : phrase, start, end);
    }

    /// <summary>周五前, 25号以后: a limit is no day. But 今天后天 are two days, and 前台 is a desk.</summary>
    private static bool TakesLimit(ref Cursor cursor)
    {
        var start = cursor.At;
        if (cursor.Sees(cursor.Words.Days) || cursor.Sees(cursor.Words.NotDates) || cursor.Sees(cursor.Words.Parts)) return false;
        if (cursor.Take(cursor.Words.Before) || cursor.Take(cursor.Words.After)) return true;

        cursor.At = start;
        return false;
    }
}
