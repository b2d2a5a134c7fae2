namespace UnionBot.Core.Imports;

/// <summary>Why a table, a row or a cell cannot be taken in.</summary>
/// <param name="Most">The limit that was passed, in the unit of the problem; null when it is not about a limit.</param>
public sealed record ImportReason(ImportProblem Problem, long? Most = null)
{
    /// <summary>The words that would have been good; empty when it is not about words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public static implicit operator ImportReason(ImportProblem problem) => new(problem);
}
