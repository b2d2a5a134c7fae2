namespace UnionBot.Sandbox.Followers;

/// <summary>What differs from the invented default of a follower; null = the default.</summary>
internal sealed record Profile
{
    public string? Name { get; init; }

    /// <summary>The follower's mobile number, on which codes arrive.</summary>
    public string? Phone { get; init; }

    /// <summary>What the account's staff noted (updateremark).</summary>
    public string? Remark { get; init; }

    public long? QrScene { get; init; }

    public string? QrSceneText { get; init; }
}
