namespace UnionBot.Services.LegalAid.Intake;

/// <summary>When something happened, as exactly as it was told: 11月2号 is one day, 上个月 a whole month.</summary>
/// <param name="Last">Today at the latest.</param>
public sealed record PastSpan(DateOnly First, DateOnly Last)
{
    private const int Month = 31;

    /// <summary>Whether it is told well enough to count days from it: to a month at least.</summary>
    public bool IsClose => Last.DayNumber - First.DayNumber <= Month;
}
