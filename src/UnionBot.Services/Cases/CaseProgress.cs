namespace UnionBot.Services.Cases;

/// <summary>Where one case stands. Days are those of China.</summary>
/// <param name="TakenOn">The day a member of staff took it up; null before.</param>
/// <param name="DueOn">The day by which an answer was promised; null when none was.</param>
/// <param name="ClosedOn">Null while it is open.</param>
public sealed record CaseProgress(long Number, DateOnly OpenedOn, DateOnly? TakenOn, DateOnly? DueOn, DateOnly? ClosedOn)
{
    public bool IsClosed => ClosedOn is not null;

    public bool IsTaken => TakenOn is not null && !IsClosed;

    public bool IsWaiting => TakenOn is null && !IsClosed;
}
