using System.Globalization;

namespace UnionBot.Sandbox.Actions;

/// <summary>A spot on the map, in the GCJ-02 degrees that the platform's map uses.</summary>
internal sealed record Place(double Latitude, double Longitude, string Label)
{
    public string LatitudeText => Latitude.ToString("F6", CultureInfo.InvariantCulture);

    public string LongitudeText => Longitude.ToString("F6", CultureInfo.InvariantCulture);
}
