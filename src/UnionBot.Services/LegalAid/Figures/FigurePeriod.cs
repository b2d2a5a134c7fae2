using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>The days that figures are about, in China.</summary>
/// <param name="Until">The last day, which counts, too.</param>
public sealed record FigurePeriod(DateOnly From, DateOnly Until)
{
    /// <summary>More is asked for year by year.</summary>
    public const int MostDays = 366;

    public bool IsPossible => From <= Until && Until.DayNumber - From.DayNumber < MostDays;

    /// <summary>UTC, as is the end, which does not belong to it.</summary>
    internal DateTimeOffset StartsAt => ScheduleData.Moment(From, TimeOnly.MinValue);

    internal DateTimeOffset EndsAt => ScheduleData.Moment(Until.AddDays(1), TimeOnly.MinValue);
}
