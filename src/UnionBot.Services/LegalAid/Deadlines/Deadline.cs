namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>The end of one limit, reckoned for one person: a reminder, never a legal opinion.</summary>
/// <param name="From">The day it was counted from; of a span of days (上个月) the first, which is the safe one.</param>
/// <param name="LastDay">The last day on which it can still be done.</param>
/// <param name="IsMoved">It would have ended on a day off.</param>
public sealed record Deadline(LimitRule Rule, DateOnly From, DateOnly LastDay, bool IsMoved)
{
    private const int UrgentDays = 7;
    private const int SoonDays = 30;

    public int DaysLeft(DateOnly today) => LastDay.DayNumber - today.DayNumber;

    public Urgency UrgencyOn(DateOnly today) => DaysLeft(today) switch
    {
        < 0 => Urgency.Past,
        <= UrgentDays => Urgency.Urgent,
        <= SoonDays => Urgency.Soon,
        _ => Urgency.Later,
    };
}

/// <summary>How near a limit is, the least pressing first.</summary>
public enum Urgency
{
    Later,

    /// <summary>At most thirty days: the earliest slots.</summary>
    Soon,

    /// <summary>It seems to be over; a lawyer must look, since it may have been interrupted, and other ways stay open.</summary>
    Past,

    /// <summary>At most seven days: the urgent slots, and staff know at once.</summary>
    Urgent,
}
