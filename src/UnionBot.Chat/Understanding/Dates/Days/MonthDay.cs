namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>12月3号, with or without a year.</summary>
internal sealed record MonthDay(YearName? Year, int Month, int Day) : DayPhrase
{
    /// <summary>A date gone by no longer than this is a slip of the tongue; one longer gone means next year's.</summary>
    public const int SlipDays = 31;

    protected override FoundDay Find(Today today)
    {
        if (Month is < 1 or > 12) return NoWhen.Impossible;
        if (Year is { } named) return In(named.On(today)) is { } day ? FoundDay.Of(day, today) : NoWhen.Impossible;

        var year = today.Day.Year;
        if ((Month, Day).CompareTo((today.Day.Month, today.Day.Day)) >= 0)
        {
            return In(year) is { } ahead ? new FoundDay(ahead) : NoWhen.Impossible;
        }

        if (In(year) is { } gone && gone.AddDays(SlipDays) >= today.Day) return NoWhen.Past;
        return In(year + 1) is { } next ? new FoundDay(next) : NoWhen.Impossible;
    }

    public override DateOnly? EndingFrom(DateOnly first, Today today) =>
        Year is null && Month is >= 1 and <= 12
            ? (In(first.Year) is { } same && same >= first ? same : In(first.Year + 1))
            : base.EndingFrom(first, today);

    private DateOnly? In(int year) =>
        year is > 0 and < 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
}
