namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Who visits whom and when. Every target is either in <see cref="Visits"/> or in <see cref="Unplanned"/>, once.</summary>
/// <param name="Teams">By number; also those without a visit.</param>
/// <param name="Visits">By day, team and place.</param>
/// <param name="Unplanned">By target.</param>
public sealed record VisitPlan(
    IReadOnlyList<PlannedTeam> Teams, IReadOnlyList<PlannedVisit> Visits, IReadOnlyList<UnplannedTarget> Unplanned);

/// <summary>Those who go together.</summary>
/// <param name="Number">Counted from 1; a team keeps its number when the plan is changed.</param>
/// <param name="First">The visitor from whose start the ways are reckoned, when it is known.</param>
/// <param name="Second">Null when the visitor goes alone.</param>
/// <param name="IsStandIn">Whether the two stand in for others on some days only.</param>
public sealed record PlannedTeam(int Number, long First, long? Second, bool IsStandIn);

/// <param name="Team">The team's number.</param>
/// <param name="Place">In the order of the team's day, from 1.</param>
/// <param name="Metres">
/// From the stop before, or from the start, on the great circle; null when one of the two has no coordinates.
/// </param>
public sealed record PlannedVisit(long Target, int Team, DateOnly Day, int Place, HalfDay Half, double? Metres);

public sealed record UnplannedTarget(long Target, NoVisitReason Reason);

/// <summary>Why nobody was found, the first that holds.</summary>
public enum NoVisitReason
{
    /// <summary>Nobody serves the district.</summary>
    NoVisitorInDistrict,

    /// <summary>Two must go, and only one serves the district.</summary>
    NoSecondVisitor,

    /// <summary>Whoever serves the district is a relative, or all but one where two must go.</summary>
    EverybodyIsRelative,

    /// <summary>Those who could go have no day in common on which the household can be visited.</summary>
    NoDayLeft,

    /// <summary>The days of those who could go are full.</summary>
    NoCapacity,
}
