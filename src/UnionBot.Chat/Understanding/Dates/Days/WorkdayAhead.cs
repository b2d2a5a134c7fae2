namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>三个工作日后, 下一个工作日: needs the holiday schedule.</summary>
internal sealed record WorkdayAhead(int Count) : DayPhrase
{
    protected override FoundDay Find(Today today) => Count < 1 ? NoWhen.Impossible
        : today.Holidays.AddWorkdays(today.Day, Count) is { } day ? new FoundDay(day)
        : NoWhen.UnknownCalendar;
}
