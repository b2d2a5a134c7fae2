namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>What has come between a plan and its visits.</summary>
/// <param name="FirstDay">The first day for which may still be planned; what was not done before it is planned anew.</param>
public sealed record PlanChange(DateOnly FirstDay)
{
    /// <summary>Targets whose visit is over, whatever came of it: they stay as they are.</summary>
    public IReadOnlyCollection<long> Done { get; init; } = [];

    public IReadOnlyCollection<Absence> Absences { get; init; } = [];

    /// <summary>
    /// Days on which nobody goes, such as for snow. A household that had named one of them, or a day that has passed, may be
    /// visited on any other day between its earliest and its latest.
    /// </summary>
    public IReadOnlyCollection<DateOnly> StoppedDays { get; init; } = [];

    /// <summary>Whether anybody may go on this day at all.</summary>
    internal bool Leaves(DateOnly day) => day >= FirstDay && !StoppedDays.Contains(day);

    internal bool LeavesFree(long visitor, DateOnly day) =>
        Leaves(day) && !Absences.Any(a => a.Visitor == visitor && day >= a.From && day <= a.Until);
}

/// <summary>A visitor who cannot go, such as for illness.</summary>
/// <param name="Until">The last such day.</param>
public sealed record Absence(long Visitor, DateOnly From, DateOnly Until);

/// <param name="Plan">The whole plan as it is now, with the visits that are done.</param>
/// <param name="Moves">Whatever has another team or day than before, is new or is no longer planned; by target.</param>
public sealed record ChangedPlan(VisitPlan Plan, IReadOnlyList<MovedVisit> Moves);

/// <param name="Old">Null when the target was not planned before.</param>
/// <param name="New">Null when nobody is left; the reason is in the plan. The target may also be gone.</param>
public sealed record MovedVisit(long Target, TeamDay? Old, TeamDay? New);

public sealed record TeamDay(int Team, DateOnly Day);
