using UnionBot.Core.Data;

namespace UnionBot.Services.Membership.Retention;

/// <summary>How long one kind of data is kept, and why.</summary>
/// <param name="Days">Counted by the business clock.</param>
/// <param name="Source">Who says so.</param>
/// <param name="ApplyAsync">Empties or deletes what is older than a moment; returns how many rows.</param>
internal sealed record RetentionRule(
    string What, int Days, string Source, Func<UnionDb, DateTimeOffset, CancellationToken, Task<int>> ApplyAsync);
