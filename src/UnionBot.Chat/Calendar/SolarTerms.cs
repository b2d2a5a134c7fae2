using System.Collections.Concurrent;

namespace UnionBot.Chat.Calendar;

/// <summary>The days of the solar terms (节气) by Beijing time, computed from the sun's longitude (GB/T 33661-2017).</summary>
public static class SolarTerms
{
    private const double DaysPerMillennium = 365_250;
    private const double DegreesPerTerm = 15;

    private static readonly DateTime Epoch = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Unspecified);

    private static readonly ConcurrentDictionary<(int, SolarTerm), DateOnly> Known = new();

    /// <param name="year">A Gregorian year, 1901 to 2100.</param>
    public static DateOnly DayOf(int year, SolarTerm term) =>
        Known.GetOrAdd((year, term), key => DateOnly.FromDateTime(MomentOf(key.Item1, key.Item2)));

    /// <summary>The moment in Beijing time, right to about a minute.</summary>
    internal static DateTime MomentOf(int year, SolarTerm term)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1901);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2100);

        // 小寒, the first of a Gregorian year, is at 285 degrees and near 5 January.
        var wanted = (285 + (DegreesPerTerm * (int)term)) % 360;
        var guess = new DateTime(year, 1, 5, 12, 0, 0, DateTimeKind.Unspecified).AddDays(365.2422 / 24 * (int)term);
        var days = (guess - Epoch).TotalDays;
        for (var step = 0; step < 6; step++) days += DaysToGo(wanted, days);

        return Epoch.AddDays(days).AddHours(8).AddSeconds(-EarthDelay(year));
    }

    private static double DaysToGo(double wanted, double days)
    {
        var gap = wanted - SunLongitude.At(days / DaysPerMillennium);
        return (gap - (360 * Math.Round(gap / 360))) * 365.2422 / 360;
    }

    /// <summary>Seconds that the turning earth lags behind terrestrial time (ΔT): measured until now, a guess for later.</summary>
    private static double EarthDelay(int year) => year switch
    {
        < 1950 => 24 + ((year - 1950) * 0.45),
        < 2000 => 29 + ((year - 1950) * 0.7),
        _ => 64 + ((year - 2000) * 0.25),
    };
}
