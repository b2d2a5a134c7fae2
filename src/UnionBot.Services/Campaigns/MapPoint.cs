namespace UnionBot.Services.Campaigns;

/// <summary>A place in GCJ-02 degrees, as it was sent or imported.</summary>
public readonly record struct MapPoint(double Latitude, double Longitude);
