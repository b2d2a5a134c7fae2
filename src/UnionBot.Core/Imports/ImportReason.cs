namespace UnionBot.Core.Imports;

/// <summary>Why a table, a row or a cell cannot be taken in.</summary>
/// <param name="Problem">An <see cref="ImportProblem"/>, or one of the problems of the table itself.</param>
/// <param name="Most">The limit that was passed, in the unit of the problem; null when it is not about a limit.</param>
public sealed record ImportReason(Enum Problem, long? Most = null)
{
    /// <summary>The words that would have been good; empty when it is not about words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public static implicit operator ImportReason(Enum problem) => new(problem);
}
