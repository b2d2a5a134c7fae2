namespace UnionBot.Services.Campaigns.Photos;

/// <summary>What a photo says of itself and a proof needs. Anybody can write it into a file: it is a hint, no proof.</summary>
/// <param name="TakenAt">By the camera's clock; where it names no zone, China's is meant. Null when it does not say.</param>
/// <param name="Place">Null when it does not say.</param>
public sealed record PhotoFacts(DateTimeOffset? TakenAt, PhotoPlace? Place)
{
    public static PhotoFacts None { get; } = new(null, null);
}

/// <summary>In degrees of WGS-84, as satellites have it: maps in China (GCJ-02) are up to 700 m off.</summary>
public readonly record struct PhotoPlace(double Latitude, double Longitude);
