using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>One question about speed that can be asked alone.</summary>
internal interface IPart
{
    string Name { get; }

    string Summary { get; }

    /// <summary>Measures and prints what it found.</summary>
    Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct);
}
