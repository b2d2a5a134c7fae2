namespace UnionBot.Services.Campaigns.Visits;

/// <summary>How far a visitor is from whom they visit.</summary>
internal static class VisitPlace
{
    private const double EarthMetres = 6_371_000;

    /// <returns>By the great circle; null when one of the two places is not known.</returns>
    public static int? Metres(MapPoint? from, double? latitude, double? longitude)
    {
        if (from is not { } here || latitude is not { } lat || longitude is not { } lon) return null;

        var (a, b) = (double.DegreesToRadians(here.Latitude), double.DegreesToRadians(lat));
        var (dLat, dLon) = (b - a, double.DegreesToRadians(lon - here.Longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dLon / 2), 2));
        return (int)Math.Round(2 * EarthMetres * Math.Asin(Math.Sqrt(h)));
    }
}
