using UnionBot.Benchmarks.Load;

namespace UnionBot.Benchmarks.Contests;

/// <summary>What one contender did in one round.</summary>
/// <param name="Errors">Answers that were missing, refused or wrong.</param>
/// <param name="ServerCpu">In processors; null when not known.</param>
/// <param name="DatabaseCpu">In processors; null when there is none.</param>
/// <param name="GeneratorCpu">In processors.</param>
/// <param name="OtherCpu">Of everything else on the machine, in processors: what makes a run doubtful; null when not known.</param>
/// <param name="Megabytes">Resident memory of the server's process at the end; null when not known.</param>
internal sealed record Round(
    double PerSecond,
    TimeSpan Median,
    TimeSpan P99,
    TimeSpan Slowest,
    int Errors,
    double? ServerCpu,
    double? DatabaseCpu,
    double? GeneratorCpu,
    double? OtherCpu,
    double? Megabytes)
{
    /// <summary>A load that only ought to be refused; whatever is answered is no error here.</summary>
    public static Round OfRefusals(LoadResult load) => new(
        load.PerSecond,
        load.Percentile(0.5),
        load.Percentile(0.99),
        load.Percentile(1),
        load.Dropped,
        ServerCpu: null,
        DatabaseCpu: null,
        load.GeneratorCpu,
        OtherCpu: null,
        Megabytes: null);
}
