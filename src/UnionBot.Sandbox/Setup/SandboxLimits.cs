namespace UnionBot.Sandbox.Setup;

/// <summary>
/// The platform's quotas. They are raised and lowered per account, hence settings; the defaults are a new account's.
/// </summary>
internal sealed record SandboxLimits
{
    /// <summary>Custom messages within 48 hours after a follower wrote.</summary>
    public int CustomAfterMessage { get; init; } = 5;

    /// <summary>Custom messages within a minute after a tap, a follow or a scan.</summary>
    public int CustomAfterTap { get; init; } = 3;

    /// <summary>Mass messages that one follower gets in a calendar month.</summary>
    public int MassPerMonth { get; init; } = 4;

    /// <summary>Template messages a day.</summary>
    public int TemplatesPerDay { get; init; } = 100_000;

    /// <summary>Template messages to one follower within an hour.</summary>
    public int TemplatesPerFollowerAndHour { get; init; } = 60;

    /// <summary>Calls a day by path; a path not named here has the platform's default.</summary>
    public Dictionary<string, int> CallsPerDay { get; init; } = [];
}
