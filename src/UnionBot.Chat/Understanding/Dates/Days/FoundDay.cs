namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>The day that a phrase means at a certain moment, or the reason why there is none.</summary>
/// <param name="Time">Set only by lengths shorter than a day: 两小时后.</param>
internal readonly record struct FoundDay(DateOnly? Date, NoWhen? Reason = null, bool IsApproximate = false, TimeOnly? Time = null)
{
    public static implicit operator FoundDay(NoWhen reason) => new(null, reason);

    /// <summary>The day, unless it has gone.</summary>
    public static FoundDay Of(DateOnly day, Today today, bool isApproximate = false) =>
        day < today.Day ? NoWhen.Past : new FoundDay(day, null, isApproximate);
}
