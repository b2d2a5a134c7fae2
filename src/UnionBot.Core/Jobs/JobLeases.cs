namespace UnionBot.Core.Jobs;

/// <summary>How long the claim of a host on work holds without being renewed: so long does a dead host's work wait.</summary>
/// <param name="Length">It is renewed three times within this.</param>
public sealed record JobLeases(TimeSpan Length)
{
    /// <summary>This process, for staff to read.</summary>
    public static string Host { get; } = $"{Environment.MachineName[..Math.Min(40, Environment.MachineName.Length)]}:{Environment.ProcessId}";
}
