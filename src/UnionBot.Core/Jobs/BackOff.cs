namespace UnionBot.Core.Jobs;

/// <summary>How long failed work waits: a minute, then two, four … at most an hour.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="failures">How often it had failed before.</param>
    public static TimeSpan After(int failures)
    {
        var wait = Shortest * Math.Pow(2, Math.Min(failures, 10));
        return wait < Longest ? wait : Longest;
    }
}
