namespace UnionBot.Web.Setup.Settings;

/// <summary>How soon another host takes over the work of one that died.</summary>
internal sealed record JobsOptions : ISettings
{
    public static string Section => "Jobs";

    /// <summary>How long a host's claim on work holds without being renewed.</summary>
    public int LeaseSeconds { get; init; } = 15;

    /// <summary>How often a host says that it lives, and how late it may be before the others take its place in the ticking.</summary>
    public int CheckInSeconds { get; init; } = 5;

    public IEnumerable<Problem> Problems()
    {
        if (LeaseSeconds is < 2 or > 300) yield return new(nameof(LeaseSeconds), "between 2 and 300");
        if (CheckInSeconds is < 1 or > 60) yield return new(nameof(CheckInSeconds), "between 1 and 60");
    }
}
