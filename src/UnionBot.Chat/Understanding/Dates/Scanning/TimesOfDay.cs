using UnionBot.Chat.Understanding.Dates.Times;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>下午三点半, 9:00-11:30, 五点以后, 头晌九点来钟, 上午 alone.</summary>
internal static class TimesOfDay
{
    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var isBehindDay = found.EndsWithDay(cursor);
        var isAbout = cursor.Take(cursor.Words.AboutBefore);
        var start = cursor.At;
        if (!TryMoment(ref cursor, isBehindDay, out var part, out var clock)) return false;

        var phrase = new TimePhrase
        {
            Part = part,
            Clock = clock?.Start,
            End = clock?.End,
            IsApproximate = isAbout || (clock?.IsApproximate ?? false),
        };
        if (clock is { End: null }) phrase = WithEnd(ref cursor, phrase);

        var end = cursor.At;
        found.Time(clock is null ? phrase : WithLimits(ref cursor, phrase), Math.Min(found.FreeFrom(start), end), end);
        return true;
    }

    /// <summary>A part, a clock, or a clock behind a part; 早 and 晚 only beside a day or a clock.</summary>
    private static bool TryMoment(ref Cursor cursor, bool isBehindDay, out PartWord? part, out ClockReading? clock)
    {
        part = cursor.Take(cursor.Words.Parts, out var word) ? word : null;
        var isPart = part is not null;
        if (!isPart && cursor.Take(cursor.Words.PartsBeside, out word)) part = word;

        clock = TryClockBehind(ref cursor, isBehindDay, part is not null);
        if (clock is { } found && part is null && char.IsAsciiLetter(cursor.Here) && cursor.Take(cursor.Words.Parts, out word)) part = word;

        return clock is not null || isPart || (part is not null && isBehindDay);
    }

    /// <summary>下午三点, 下午的三点, 下午大概三点.</summary>
    private static ClockReading? TryClockBehind(ref Cursor cursor, bool isBehindDay, bool isBehindPart)
    {
        var start = cursor.At;
        var isAbout = false;
        if (isBehindPart)
        {
            cursor.Take('的');
            isAbout = cursor.Take(cursor.Words.AboutBefore);
        }

        var isBeside = isBehindPart || isBehindDay;
        if (Clocks.TryTake(ref cursor, isBeside, out var clock) && (isBehindPart || !SaysABit(cursor, start, isBehindDay)))
        {
            return clock with { IsApproximate = clock.IsApproximate || isAbout };
        }

        cursor.At = start;
        return null;
    }

    /// <summary>一点 means "a bit" unless a part stands before it, or it is all that is said, or more of a time follows.</summary>
    private static bool SaysABit(in Cursor cursor, int start, bool isBehindDay)
    {
        if (!cursor.Text[start..cursor.At].Trim(' ').SequenceEqual("一点")) return false;
        if (cursor.Here is '都' or '也' or '儿' or '没' or '不' or '点' or '小') return true;
        if (isBehindDay || cursor.Sees(cursor.Words.After) || cursor.Sees(cursor.Words.Before)) return false;
        if (cursor.Sees(cursor.Words.AboutAfter)) return false;

        var isAlone = start == 0 || !char.IsLetterOrDigit(cursor.Text[start - 1]);
        var isRange = cursor.Here is '到' or '至' or '-' or '~';
        return !isRange && !(isAlone && (cursor.IsAtBoundary || cursor.Here is '吧' or '行' or '可' or '见' or '呢'));
    }

    /// <summary>到四点, -11:30, 到下午两点.</summary>
    private static TimePhrase WithEnd(ref Cursor cursor, TimePhrase phrase)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.Marks, out var mark) && mark == Mark.To
            && TryMoment(ref cursor, isBehindDay: true, out var part, out var clock) && clock is { End: null } end)
        {
            return phrase with { End = end.Start, EndPart = part };
        }

        cursor.At = start;
        return phrase;
    }

    /// <summary>左右, 以后, 之前.</summary>
    private static TimePhrase WithLimits(ref Cursor cursor, TimePhrase phrase)
    {
        _ = cursor.Take("之间");
        if (cursor.Take(cursor.Words.AboutAfter)) phrase = phrase with { IsApproximate = true };
        if (cursor.Sees(cursor.Words.Days) || cursor.Sees(cursor.Words.NotDates)) return phrase;
        if (cursor.Take(cursor.Words.After)) return phrase with { IsApproximate = true };
        return phrase.End is null && cursor.Take(cursor.Words.Before) ? phrase with { IsUntil = true } : phrase;
    }
}
