using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>How far a visitor is from whom they visit.</summary>
internal static class VisitPlace
{
    /// <returns>By the great circle; null when one of the two places is not known.</returns>
    public static int? Metres(MapPoint? from, double? latitude, double? longitude) =>
        from is { } here && latitude is { } lat && longitude is { } lon
            ? (int)Math.Round(Distance.Metres(new GeoPoint(here.Latitude, here.Longitude, ""), new GeoPoint(lat, lon, "")))
            : null;
}
