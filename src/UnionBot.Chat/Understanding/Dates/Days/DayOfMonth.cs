namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>25号, 下个月5号.</summary>
/// <param name="Months">Months from this one; null when none was named.</param>
internal sealed record DayOfMonth(int? Months, int Day) : DayPhrase
{
    public override bool IsSurelyAhead => Months > 0;

    protected override FoundDay Find(Today today)
    {
        if (Day is < 1 or > 31) return NoWhen.Impossible;
        if (Months is null) return new FoundDay(NextFrom(today.Earliest));

        var month = FirstOf(today.Day).AddMonths(Months.Value);
        return In(month) is { } day ? FoundDay.Of(day, today) : NoWhen.Impossible;
    }

    public override DayPhrase Behind(DayPhrase earlier) => (Months, earlier) switch
    {
        (null, MonthDay month) => month with { Day = Day },
        (null, DayOfMonth { Months: { } months }) => this with { Months = months },
        (null, NoDay { Months: { } months }) => this with { Months = months },
        _ => this,
    };

    public override DateOnly? EndingFrom(DateOnly first, Today today) =>
        Months is null && Day is >= 1 and <= 31 ? NextFrom(first) : base.EndingFrom(first, today);

    /// <summary>The first such day; months without it are skipped.</summary>
    private DateOnly NextFrom(DateOnly day)
    {
        for (var month = FirstOf(day); ; month = month.AddMonths(1))
        {
            if (In(month) is { } found && found >= day) return found;
        }
    }

    private DateOnly? In(DateOnly month) =>
        Day <= DateTime.DaysInMonth(month.Year, month.Month) ? month.AddDays(Day - 1) : null;

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
