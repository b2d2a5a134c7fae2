using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>Goes through a text and finds the words that matter for days and times.</summary>
internal static class Scanner
{
    /// <summary>As they stand in the folded text.</summary>
    private const string ClauseSigns = ",。.!?;…:()\n";

    private delegate bool Recogniser(ref Cursor cursor, Findings found);

    /// <summary>The first that takes anything wins: what may look like something else stands before it.</summary>
    private static readonly Recogniser[] Recognisers =
    [
        Festivals.TryRead,
        LunarDays.TryRead,
        VagueDays.TryRead,
        Weekdays.TryRead,
        RelativeDays.TryRead,
        NumericDates.TryRead,
        MonthDays.TryRead,
        Months.TryRead,
        DaysOfMonth.TryRead,
        Lengths.TryRead,
        TimesOfDay.TryRead,
        Years.TryReadAlone,
        Marks.TryRead,
    ];

    public static IReadOnlyList<Token> Scan(ReadOnlySpan<char> text, DateWords words)
    {
        var found = new Findings();
        var cursor = new Cursor(text, words);
        while (!cursor.IsAtEnd)
        {
            if (cursor.Here == ' ') cursor.At++;
            else if (!TrySkipPhrase(ref cursor) && !TryRecognise(ref cursor, found)) SkipOther(ref cursor, found);
        }

        return found.Tokens;
    }

    private static bool TryRecognise(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        foreach (var recogniser in Recognisers)
        {
            if (recogniser(ref cursor, found)) return true;
            cursor.At = start;
        }

        return false;
    }

    /// <summary>Phrases that look like a day and are none, and greetings: 早上好.</summary>
    private static bool TrySkipPhrase(ref Cursor cursor)
    {
        if (cursor.Take(cursor.Words.NotDates)) return true;

        var start = cursor.At;
        if (cursor.Take(cursor.Words.Greetings) && cursor.Here is not ('像' or '几' or '多')) return true;

        cursor.At = start;
        return false;
    }

    /// <summary>Numbers and names are left whole: no day begins inside of 13800000001 or LA20261125003.</summary>
    private static void SkipOther(ref Cursor cursor, Findings found)
    {
        var first = cursor.Here;
        if (ClauseSigns.Contains(first))
        {
            found.ClauseEnd(cursor.At++);
            return;
        }

        cursor.At++;
        if (char.IsAsciiLetterOrDigit(first)) SkipCode(ref cursor);
        else if (Numeral.IsNumeral(first)) while (Numeral.IsNumeral(cursor.Here)) cursor.At++;
    }

    private static void SkipCode(ref Cursor cursor)
    {
        while (char.IsAsciiLetterOrDigit(cursor.Here)
            || (cursor.Here is '-' or '.' or '/' or ':' && char.IsAsciiDigit(cursor.Peek(1)))) cursor.At++;
    }
}
