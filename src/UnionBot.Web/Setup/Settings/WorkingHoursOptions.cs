using UnionBot.Core.Calendar;

namespace UnionBot.Web.Setup.Settings;

/// <summary>When the union works on a workday, for limits that are counted in working hours. Times of the day are those of China.</summary>
internal sealed record WorkingHoursOptions : ISettings
{
    public static string Section => "WorkingHours";

    public TimeOnly From { get; init; } = new(8, 30);

    public TimeOnly LunchFrom { get; init; } = new(12, 0);

    public TimeOnly LunchUntil { get; init; } = new(13, 30);

    public TimeOnly Until { get; init; } = new(17, 30);

    public IEnumerable<Problem> Problems()
    {
        if (LunchFrom <= From) yield return new(nameof(LunchFrom), "later than From, such as 12:00");
        if (LunchUntil < LunchFrom) yield return new(nameof(LunchUntil), "not before LunchFrom, such as 13:30");
        if (Until <= LunchUntil) yield return new(nameof(Until), "later than LunchUntil, such as 17:30");
    }

    public WorkingHours ToHours() => new(From, LunchFrom, LunchUntil, Until);
}
