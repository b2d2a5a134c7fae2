using UnionBot.Benchmarks.Load;

namespace UnionBot.Benchmarks.Contests;

/// <summary>One side of a comparison.</summary>
internal interface IContender
{
    string Name { get; }

    Task<Round> MeasureAsync(RequestFile messages, LoadPlan plan, CancellationToken ct);
}
