namespace UnionBot.Benchmarks.Load;

/// <summary>How a load is driven.</summary>
/// <param name="Connections">How many requests may be under way at once.</param>
/// <param name="PerSecond">A constant rate, at which a late answer delays no later request; null = as fast as answers come.</param>
/// <param name="WarmUp">Not measured.</param>
/// <param name="Window">Measured.</param>
internal sealed record LoadPlan(int Connections, double? PerSecond, TimeSpan WarmUp, TimeSpan Window)
{
    /// <summary>Begin again at the file's end; only for servers that keep nothing.</summary>
    public bool Repeats { get; init; }
}
