namespace UnionBot.Core.Calendar;

/// <summary>When the union works on a workday. Times of the day are those of China.</summary>
/// <param name="From">When work begins.</param>
/// <param name="LunchFrom">When it stops for lunch.</param>
/// <param name="LunchUntil">When it goes on.</param>
/// <param name="Until">When it ends.</param>
public sealed record WorkingHours(TimeOnly From, TimeOnly LunchFrom, TimeOnly LunchUntil, TimeOnly Until)
{
    public TimeSpan PerDay => (LunchFrom - From) + (Until - LunchUntil);

    /// <summary>Whether they follow each other and leave time to work before and after lunch.</summary>
    public bool IsOrdered => From < LunchFrom && LunchFrom <= LunchUntil && LunchUntil < Until;
}
