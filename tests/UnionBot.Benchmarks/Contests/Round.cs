namespace UnionBot.Benchmarks.Contests;

/// <summary>What one contender did in one round.</summary>
/// <param name="Errors">Answers that were missing, refused or wrong.</param>
/// <param name="ServerCpu">In processors; null when not known.</param>
/// <param name="GeneratorCpu">In processors.</param>
/// <param name="Megabytes">Resident memory of the server's process at the end; null when not known.</param>
internal sealed record Round(
    double PerSecond,
    TimeSpan Median,
    TimeSpan P99,
    TimeSpan Slowest,
    int Errors,
    double? ServerCpu,
    double? GeneratorCpu,
    double? Megabytes);
