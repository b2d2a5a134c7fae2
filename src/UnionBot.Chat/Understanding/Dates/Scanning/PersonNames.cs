namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>Tells the weekday 周一 from the beginning of a name: 周一帆律师, 我叫周天宇.</summary>
internal static class PersonNames
{
    /// <param name="cursor">Behind the weekday.</param>
    /// <param name="start">Where 周 stands.</param>
    public static bool IsName(Cursor cursor, int start)
    {
        if (cursor.Text[start] != '周') return false;

        var given = new Cursor(cursor.Text, cursor.Words) { At = start + 1 };
        if (given.Sees(cursor.Words.GivenNames)) return true;
        if (cursor.IsAtBoundary || cursor.Sees(cursor.Words.WeekdayFollowers) || cursor.Sees(cursor.Words.Parts)) return false;

        var isIntroduced = cursor.Words.NameBefore.MatchEnd(cursor.Text[..start]) > 0;
        cursor.At++;
        return cursor.Sees(cursor.Words.Titles) || (isIntroduced && !Numeral.IsNumeral(cursor.Peek(-1)));
    }
}
