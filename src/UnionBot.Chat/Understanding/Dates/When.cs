namespace UnionBot.Chat.Understanding.Dates;

/// <summary>A day, a time, or both, as somebody named them; null is what they did not say.</summary>
/// <param name="Date">The day in China, today or later.</param>
/// <param name="Time">In whole minutes. Midnight at the end of a day is 00:00 of the next day.</param>
/// <param name="Part">Only where the text names a part of the day.</param>
public sealed record When(DateOnly? Date, TimeOnly? Time, PartOfDay? Part)
{
    /// <summary>The end of a range of times; alone (<see cref="Time"/> is null) for 五点之前.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>The last day of a range of days, this day included.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Further days that were proposed, in the order said.</summary>
    public IReadOnlyList<DateOnly> Alternatives { get; init; } = [];

    /// <summary>True for 月底, 周末, 三点左右, 五点以后: near this moment, or from it on.</summary>
    public bool IsApproximate { get; init; }
}
