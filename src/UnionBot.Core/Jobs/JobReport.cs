namespace UnionBot.Core.Jobs;

/// <summary>What a run did.</summary>
/// <param name="Done">How many people, rows or messages it dealt with.</param>
/// <param name="Skipped">How many it had to leave as they are.</param>
public sealed record JobReport(int Done, int Skipped = 0);
