using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>中秋节, 国庆前一天: always the next one, today included.</summary>
/// <param name="Shift">Days behind the festival; negative before it.</param>
internal sealed record FestivalDay(Festival Festival, YearName? Year = null, int Shift = 0) : DayPhrase
{
    protected override FoundDay Find(Today today)
    {
        if (Year is not { } named) return new FoundDay(Festival.Day.NextFrom(today.Day.AddDays(-Shift)).AddDays(Shift));

        var year = named.On(today);
        if (year is < 1902 or > 2090) return NoWhen.Impossible;
        if (Festival.Day.InYear(year)?.AddDays(Shift) is not { } day) return NoWhen.Impossible;

        // 今年除夕, said in November, is the one that ends this lunar year, though it falls into the next.
        var isThisYear = named is { IsRelative: true, Value: 0 };
        return isThisYear && day < today.Day && InThisLunarYear(today) is { } later ? new FoundDay(later) : FoundDay.Of(day, today);
    }

    private DateOnly? InThisLunarYear(Today today)
    {
        var day = Festival.Day.NextFrom(today.Day);
        return LunarCalendar.Of(day).Year == LunarCalendar.Of(today.Day).Year && day.Month <= 2 ? day : null;
    }
}
