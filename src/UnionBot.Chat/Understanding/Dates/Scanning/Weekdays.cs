using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>周三, 下礼拜天, 这周末, 周一三五, 周二到周四; 下周 alone.</summary>
internal static class Weekdays
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        int? weeks = cursor.Take(cursor.Words.WeekPointers, out var pointed) ? pointed : null;
        if (TryEnglish(ref cursor, found, weeks, start)) return true;
        if (!cursor.Take(cursor.Words.Weeks)) return false;
        if (weeks is not null) SkipSecondUnit(ref cursor);

        if (cursor.Take(cursor.Words.Weekend))
        {
            DayEnds.Add(ref cursor, found, new Weekday(weeks, Day: 6, IsWeekend: true), start);
            return true;
        }

        var isOtherWord = weeks is not null && cursor.Sees(cursor.Words.NoWeekday) && !cursor.Sees(cursor.Words.WeekdayAfterAll);
        if (!isOtherWord && TryTakeDay(ref cursor, out var day))
        {
            if (weeks is null && PersonNames.IsName(cursor, start)) return false;
            AddDays(ref cursor, found, new Weekday(weeks, day), start);
            return true;
        }

        return IsNoWeekday(ref cursor, found, start) || TryWeekAlone(ref cursor, found, weeks, start);
    }

    /// <summary>下周的星期三, 下周那个周三.</summary>
    private static void SkipSecondUnit(ref Cursor cursor)
    {
        var start = cursor.At;
        _ = cursor.Take("的") || cursor.Take("那个");
        if (!cursor.Take(cursor.Words.Weeks)) cursor.At = start;
    }

    /// <summary>next monday.</summary>
    private static bool TryEnglish(ref Cursor cursor, Findings found, int? weeks, int start)
    {
        if (!cursor.Take(cursor.Words.WeekdayNames, out var day)) return false;

        DayEnds.Add(ref cursor, found, new Weekday(weeks, day), start);
        return true;
    }

    /// <summary>One character, but not the first figure of more: 下周15号.</summary>
    private static bool TryTakeDay(ref Cursor cursor, out int day)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.Weekdays, out day) && !IsLongerNumber(cursor)) return true;

        cursor.At = start;
        day = 0;
        return false;
    }

    private static bool IsLongerNumber(in Cursor cursor) =>
        char.IsAsciiDigit(cursor.Here) && char.IsAsciiDigit(cursor.Text[cursor.At - 1]);

    /// <summary>星期八.</summary>
    private static bool IsNoWeekday(ref Cursor cursor, Findings found, int start)
    {
        var behindUnit = cursor.At;
        if (Numeral.TryTake(ref cursor, out var numeral) && numeral.Value is 0 or 8 or 9)
        {
            found.Day(new NoDay(NoWhen.Impossible), start, cursor.At);
            return true;
        }

        cursor.At = behindUnit;
        return false;
    }

    /// <summary>下周, 下周的今天.</summary>
    private static bool TryWeekAlone(ref Cursor cursor, Findings found, int? weeks, int start)
    {
        if (weeks is not { } ahead) return false;

        var end = cursor.At;
        cursor.Take("的");
        if (cursor.Take(cursor.Words.Days, out var days) && days == 0)
        {
            found.Day(new RelativeDay(7 * ahead), start, cursor.At);
            return true;
        }

        cursor.At = end;
        cursor.Take(cursor.Words.Inside);
        found.Day(new NoDay(ahead < 0 ? NoWhen.Past : NoWhen.Vague, Weeks: ahead), start, end);
        return true;
    }

    /// <summary>The weekday and those that share its 周: 周一三五, 周三、四, 周一到五.</summary>
    private static void AddDays(ref Cursor cursor, Findings found, Weekday first, int start)
    {
        var day = first.Day;
        var end = cursor.At;
        var more = new List<(Mark Joint, int Day, int Start, int End)>();
        while (TryTakeMore(ref cursor, day, out var joint, out var next))
        {
            more.Add((joint, next, cursor.At - 1, cursor.At));
            day = next;
        }

        if (more.Count == 0)
        {
            DayEnds.Add(ref cursor, found, first, start);
            return;
        }

        found.Day(first, start, end);
        foreach (var (joint, next, from, to) in more)
        {
            found.Mark(joint, from, from);
            found.Day(first with { Day = next }, from, to);
        }
    }

    /// <summary>One more weekday, as far as it is no number of something else: 周三 四个人, 周三四点.</summary>
    private static bool TryTakeMore(ref Cursor cursor, int day, out Mark joint, out int next)
    {
        next = 0;
        var start = cursor.At;
        var isJoined = cursor.Take(cursor.Words.Marks, out joint) && joint is Mark.Or or Mark.To;
        if (!isJoined) (joint, cursor.At) = (Mark.Or, start);

        var isOtherWord = cursor.Sees(cursor.Words.Parts) || cursor.Sees(cursor.Words.NoWeekday);
        var isNext = !isOtherWord && TryTakeDay(ref cursor, out next) && (isJoined || next > day) && IsListEnd(cursor, next)
            && !cursor.Text[start..cursor.At].Contains(' ');
        if (!isNext) cursor.At = start;
        return isNext;
    }

    /// <summary>Looks over the weekdays that follow (周一三五) to what stands behind them.</summary>
    private static bool IsListEnd(Cursor cursor, int day)
    {
        while (TryTakeDay(ref cursor, out var next) && next > day) day = next;
        return !cursor.Sees(cursor.Words.Clock) && !cursor.Sees(cursor.Words.Measures)
            && !Numeral.IsNumeral(cursor.Here) && cursor.Here is not ('号' or ':' or '日' or '-' or '.' or '/');
    }
}
