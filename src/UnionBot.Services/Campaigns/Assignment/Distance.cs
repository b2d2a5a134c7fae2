using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>How far two places lie apart, on the great circle: no road is known here.</summary>
public static class Distance
{
    /// <summary>The mean radius of the earth (IUGG).</summary>
    private const double EarthMetres = 6_371_008.8;

    /// <param name="from">GCJ-02 degrees, as <paramref name="to"/>: its shift is nearly the same for both, so that it falls out.</param>
    /// <returns>Metres, as the crow flies.</returns>
    public static double Metres(GeoPoint from, GeoPoint to)
    {
        var (north, east) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        var halfChord = Square(Math.Sin(north / 2))
            + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Square(Math.Sin(east / 2)));
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(halfChord)));
    }

    /// <summary>On a flat map: in a city wrong by less than a thousandth, and several times faster where millions of ways are compared.</summary>
    /// <returns>Metres, the same in both directions.</returns>
    internal static double RoughMetres(GeoPoint from, GeoPoint to)
    {
        var (north, east) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        return EarthMetres * Math.Sqrt(Square(north) + Square(east * Math.Cos(Radians((from.Latitude + to.Latitude) / 2))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
