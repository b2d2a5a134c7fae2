namespace UnionBot.Core.Cases;

/// <summary>What became of 收到.</summary>
/// <param name="Alarms">The alarm it was about; for <see cref="AcknowledgementResult.WhichOne"/> the open ones, oldest first.</param>
public sealed record Acknowledgement(AcknowledgementResult Result, IReadOnlyList<long> Alarms)
{
    /// <summary>So many open alarms are named at most.</summary>
    public const int MostNamed = 5;

    /// <summary>How many more are open than are named.</summary>
    public int More { get; init; }

    /// <summary>The case with the transcript of the person; null when there is none.</summary>
    public long? CaseNumber { get; init; }
}

public enum AcknowledgementResult
{
    /// <summary>The member of staff takes care of it from now on; nobody else is called.</summary>
    Yours,

    YoursAlready,

    /// <summary>A colleague was faster.</summary>
    Colleagues,

    /// <summary>There is no alarm of this number.</summary>
    Unknown,

    /// <summary>No number was given, and not exactly one alarm is open.</summary>
    WhichOne,
}
