namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>周三, 下周三, 周末. A week runs from Monday to Sunday.</summary>
/// <param name="Weeks">Weeks from this one: 0 for 这周三, 1 for 下周三; null when only the weekday was named.</param>
/// <param name="Day">1 for Monday to 7 for Sunday.</param>
/// <param name="IsWeekend">周末 is its Saturday, approximately.</param>
internal sealed record Weekday(int? Weeks, int Day, bool IsWeekend = false) : DayPhrase
{
    public override bool IsSurelyAhead => Weeks > 0;

    protected override FoundDay Find(Today today) => Weeks is { } weeks
        ? FoundDay.Of(MondayOf(today.Day).AddDays((7 * weeks) + Day - 1), today, IsWeekend)
        : FoundDay.Of(NextFrom(today.Earliest), today, IsWeekend);

    public override DayPhrase Behind(DayPhrase earlier) => (Weeks, earlier) switch
    {
        (null, Weekday { Weeks: > 0 and var weeks }) => this with { Weeks = weeks },
        (null, NoDay { Weeks: > 0 and var weeks }) => this with { Weeks = weeks },
        _ => this,
    };

    public override DateOnly? EndingFrom(DateOnly first, Today today) =>
        Weeks is null ? NextFrom(first) : base.EndingFrom(first, today) ?? NextFrom(first);

    public bool Is(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 == Day - 1;

    private DateOnly NextFrom(DateOnly day) => day.AddDays((Day - 1 - DaysSinceMonday(day) + 7) % 7);

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-DaysSinceMonday(day));

    private static int DaysSinceMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
