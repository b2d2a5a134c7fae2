namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>下个月第一个周一, 12月最后一个周五.</summary>
/// <param name="Months">Months from this one; null when <paramref name="Month"/> was named.</param>
/// <param name="Nth">Counted from 1; 0 is the last.</param>
/// <param name="Day">1 for Monday to 7 for Sunday.</param>
internal sealed record NthWeekday(int? Months, YearName? Year, int? Month, int Nth, int Day) : DayPhrase
{
    protected override FoundDay Find(Today today)
    {
        if (Month is < 1 or > 12) return NoWhen.Impossible;
        if (Months is { } months) return In(new DateOnly(today.Day.Year, today.Day.Month, 1).AddMonths(months), today);

        var year = Year?.On(today) ?? today.Day.Year;
        var found = In(new DateOnly(year, Month!.Value, 1), today);
        return found.Reason == NoWhen.Past && Year is null ? In(new DateOnly(year + 1, Month.Value, 1), today) : found;
    }

    private FoundDay In(DateOnly month, Today today)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var day = Nth > 0
            ? month.AddDays(((Day - 1 - Since(month) + 7) % 7) + (7 * (Nth - 1)))
            : last.AddDays(-((Since(last) - (Day - 1) + 7) % 7));
        return day > last ? NoWhen.Impossible : FoundDay.Of(day, today);
    }

    private static int Since(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
