namespace UnionBot.Sandbox.Clock;

/// <summary>One way of moving the clock; the first that is given counts.</summary>
/// <param name="Reset">true: back to real time.</param>
/// <param name="OffsetSeconds">Distance from real time.</param>
/// <param name="AdvanceSeconds">Step from where the clock stands; negative goes back.</param>
/// <param name="To">A moment; without an offset it is the machine's local time.</param>
internal sealed record ClockMove(bool? Reset, long? OffsetSeconds, long? AdvanceSeconds, DateTimeOffset? To);
