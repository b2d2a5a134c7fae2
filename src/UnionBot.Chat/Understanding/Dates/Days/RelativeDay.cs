namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>今天, 明天; 三天后, 一个月后; 下周的今天.</summary>
/// <param name="Days">Days from today; negative for 昨天.</param>
/// <param name="Months">Months from today; the day is clipped to the month's last.</param>
internal sealed record RelativeDay(int Days, int Months = 0) : DayPhrase
{
    /// <summary>三天后 may be counted from something that is over; 明天 may not.</summary>
    public bool IsLength { get; init; }

    public override bool IsSurelyAhead => Days >= 0 && !IsLength;

    protected override FoundDay Find(Today today) => FoundDay.Of(today.Day.AddMonths(Months).AddDays(Days), today);
}
