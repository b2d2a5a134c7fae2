namespace UnionBot.WeChat.Api;

/// <summary>What all processes share about the token. All moments are real time in UTC.</summary>
/// <param name="Version">Changes with every replacement; 0 = nothing was ever kept.</param>
/// <param name="LeasedUntil">While this is in the future, one process is fetching a token and the others wait.</param>
/// <param name="ForcedAt">When a token was last replaced by force.</param>
/// <param name="ForcedCount">How often that happened on the day of <paramref name="ForcedAt"/> in China.</param>
public sealed record AccessTokenState(
    long Version,
    AccessToken? Token = null,
    DateTimeOffset? LeasedUntil = null,
    DateTimeOffset? ForcedAt = null,
    int ForcedCount = 0)
{
    public static readonly AccessTokenState Empty = new(0);

    public override string ToString() => $"AccessTokenState {{ Version = {Version} }}";
}
