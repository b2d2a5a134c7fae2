using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>三天后, 过两周, 一个半小时以后; a length that leads nowhere (三个月没发工资) is no day, but its number is used up.</summary>
internal static class Lengths
{
    /// <summary>Nobody books beyond this: 干了十年以后 is no day.</summary>
    private const double MostYears = 3;

    public static bool TryRead(ref Cursor cursor, Findings found)
    {
        var start = cursor.At;
        if (cursor.Take(cursor.Words.NextWorkday))
        {
            DayEnds.Add(ref cursor, found, new WorkdayAhead(1), start);
            return true;
        }

        var isPassing = IsAtWordStart(cursor) && cursor.Take(cursor.Words.Passing);
        if (!TryAmount(ref cursor, out var amount, out var unit)) return false;

        var end = cursor.At;
        var leadsOn = TakesAfter(ref cursor) || isPassing;
        if (!leadsOn || Ahead(unit, amount) is not { } phrase)
        {
            found.Length(start, end);
            cursor.At = end;
            return true;
        }

        found.Day(OnSameDay(ref cursor, phrase, unit, amount), start, cursor.At);
        return true;
    }

    private static bool TakesAfter(ref Cursor cursor) =>
        !cursor.Sees(cursor.Words.Days) && !cursor.Sees(cursor.Words.NotDates) && cursor.Take(cursor.Words.After);

    /// <summary>两周后的今天, 两周后的周三.</summary>
    private static DayPhrase OnSameDay(ref Cursor cursor, DayPhrase phrase, LengthUnit unit, double amount)
    {
        var start = cursor.At;
        cursor.Take('的');
        if (cursor.Take(cursor.Words.Days, out var days) && days == 0) return phrase;
        if (unit == LengthUnit.Week && cursor.Take(cursor.Words.Weeks) && cursor.Take(cursor.Words.Weekdays, out var day))
        {
            return new Weekday((int)amount, day);
        }

        cursor.At = start;
        return phrase;
    }

    /// <summary>三天, 半个月, 一个半小时, 两年半; null amount is no amount but 几.</summary>
    private static bool TryAmount(ref Cursor cursor, out double amount, out LengthUnit unit)
    {
        (amount, unit) = (0.5, default);
        if (cursor.Take('半')) return cursor.Take(cursor.Words.Lengths, out unit);
        if (!Numeral.TryTake(ref cursor, out var numeral)) return false;

        amount = numeral.Value;
        if (cursor.Take("个半"))
        {
            amount += 0.5;
            unit = LengthUnit.Month;
            return cursor.Take('月') || cursor.Take(cursor.Words.Lengths, out unit);
        }

        if (!cursor.Take(cursor.Words.Lengths, out unit)) return false;
        if (cursor.Take('半')) amount += 0.5;
        return true;
    }

    /// <returns>Null for what is too far away, or no whole number of days.</returns>
    private static DayPhrase? Ahead(LengthUnit unit, double amount)
    {
        var isWhole = amount == Math.Floor(amount);
        return unit switch
        {
            LengthUnit.Minute => new RelativeMoment((int)amount),
            LengthUnit.Quarter => new RelativeMoment((int)(15 * amount)),
            LengthUnit.Hour when amount <= 24 * 365 => new RelativeMoment((int)(60 * amount)),
            LengthUnit.Day when isWhole && amount <= 366 * MostYears => new RelativeDay((int)amount) { IsLength = true },
            LengthUnit.Workday when isWhole && amount < 250 => new WorkdayAhead((int)amount),
            LengthUnit.Week when isWhole && amount < 53 * MostYears => new RelativeDay((int)(7 * amount)) { IsLength = true },
            LengthUnit.Month when amount <= 12 * MostYears => Months((int)(2 * amount)),
            LengthUnit.Year when amount <= MostYears => Months((int)(24 * amount)),
            _ => null,
        };
    }

    private static RelativeDay Months(int halves) => new(halves % 2 * 15, halves / 2) { IsLength = true };

    /// <summary>过三天, 我过三天去, but not 去过三天.</summary>
    private static bool IsAtWordStart(in Cursor cursor) =>
        cursor.At == 0 || !char.IsLetter(cursor.Text[cursor.At - 1]) || cursor.Words.BeforePassing.MatchEnd(cursor.Before) > 0;
}
