namespace UnionBot.Benchmarks.Parts;

/// <summary>How the parts are run.</summary>
/// <param name="Rounds">How often the sides of a comparison take turns.</param>
/// <param name="Connections">How many requests are under way at once.</param>
/// <param name="Minutes">Of the memory part.</param>
internal sealed record BenchOptions(int Rounds, int Connections, TimeSpan WarmUp, TimeSpan Window, int Minutes);
