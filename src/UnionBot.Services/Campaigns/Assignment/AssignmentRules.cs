namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>What holds for all visits of a campaign.</summary>
public sealed record AssignmentRules
{
    /// <summary>The most visits that a team makes in a day, whatever its visitors would do.</summary>
    public int MostVisitsADay { get; init; } = 8;

    public TwoVisitors InTwos { get; init; } = TwoVisitors.Always;

    /// <summary>How far on foot in a minute, in metres along the street.</summary>
    public double WalkingMetresAMinute { get; init; } = 75;

    /// <summary>How much longer a way through streets is than the great circle; 1 is no longer.</summary>
    public double WayThroughStreets { get; init; } = 1.3;

    /// <summary>Minutes on foot over a distance on the great circle, rounded up.</summary>
    /// <param name="metres">As <see cref="Distance.Metres"/> gives them.</param>
    public int WalkingMinutes(double metres) => (int)Math.Ceiling(metres * WayThroughStreets / WalkingMetresAMinute);

    internal bool TakesTwo(VisitTarget target) => InTwos == TwoVisitors.Always || target.HasCash;

    /// <exception cref="ArgumentException">A number makes no sense.</exception>
    internal void Check()
    {
        if (MostVisitsADay < 1) throw new ArgumentException("A team makes at least one visit a day.", nameof(MostVisitsADay));
        if (WalkingMetresAMinute <= 0) throw new ArgumentException("Nobody walks at this speed.", nameof(WalkingMetresAMinute));
        if (WayThroughStreets < 1) throw new ArgumentException("No way is shorter than the great circle.", nameof(WayThroughStreets));
    }
}

/// <summary>When visitors go in twos.</summary>
public enum TwoVisitors
{
    Always,

    /// <summary>Only where cash is handed over; the others may be visited by one alone.</summary>
    ForCash,
}
