using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Machine;

namespace UnionBot.Benchmarks.Parts;

/// <summary>What the parts of one run share.</summary>
internal sealed record Bench(BenchOptions Options, Workspace Workspace)
{
    public LoadPlan Plan => new(Options.Connections, PerSecond: null, Options.WarmUp, Options.Window);

    public Contest Contest(bool repeats) => new(Workspace, Plan with { Repeats = repeats }, Options.Rounds);

    /// <summary>Enough for one round at that speed.</summary>
    public int MessagesFor(int perSecond) => (int)(perSecond * (Options.WarmUp + Options.Window).TotalSeconds);
}
