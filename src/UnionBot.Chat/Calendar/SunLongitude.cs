namespace UnionBot.Chat.Calendar;

/// <summary>
/// Where the sun stands, to about one second of arc, which it walks in 25 seconds. The larger terms of VSOP87 for the
/// earth's longitude as printed by J. Meeus, Astronomical Algorithms (1998), appendix III, with aberration and nutation.
/// </summary>
internal static class SunLongitude
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <param name="millennia">Thousands of Julian years since noon of 1 January 2000, terrestrial time.</param>
    /// <returns>The apparent geocentric longitude, 0 to 360 degrees.</returns>
    public static double At(double millennia)
    {
        var earth = Sum(L0, millennia)
            + (millennia * (Sum(L1, millennia) + (millennia * (Sum(L2, millennia) + (millennia * Sum(L3, millennia))))));
        var degrees = (earth * 1e-8 * DegreesPerRadian) + 180 + Nutation(millennia) + Aberration(millennia) - (0.09033 / 3600);

        return degrees - (360 * Math.Floor(degrees / 360));
    }

    private static double Sum(ReadOnlySpan<double> terms, double millennia)
    {
        var sum = 0d;
        for (var i = 0; i < terms.Length; i += 3) sum += terms[i] * Math.Cos(terms[i + 1] + (terms[i + 2] * millennia));
        return sum;
    }

    private static double Nutation(double millennia)
    {
        var centuries = 10 * millennia;
        var node = (125.04452 - (1934.136261 * centuries)) / DegreesPerRadian;
        var sun = (280.4665 + (36000.7698 * centuries)) / DegreesPerRadian;
        var moon = (218.3165 + (481267.8813 * centuries)) / DegreesPerRadian;
        var seconds = (-17.20 * Math.Sin(node)) - (1.32 * Math.Sin(2 * sun)) - (0.23 * Math.Sin(2 * moon))
            + (0.21 * Math.Sin(2 * node));

        return seconds / 3600;
    }

    /// <summary>The earth's own speed makes the sun seem to lag; a little more when it is near.</summary>
    private static double Aberration(double millennia)
    {
        var anomaly = (357.52911 + (359990.5034 * millennia)) / DegreesPerRadian;
        var distance = 1.00014 - (0.01671 * Math.Cos(anomaly)) - (0.00014 * Math.Cos(2 * anomaly));

        return -20.4898 / 3600 / distance;
    }

    // Amplitude in 1e-8 radians, phase in radians, speed in radians per thousand years.
    private static readonly double[] L0 =
    [
        175347046, 0, 0, 3341656, 4.6692568, 6283.07585, 34894, 4.6261, 12566.1517, 3497, 2.7441, 5753.3849,
        3418, 2.8289, 3.5231, 3136, 3.6277, 77713.7715, 2676, 4.4181, 7860.4194, 2343, 6.1352, 3930.2097,
        1324, 0.7425, 11506.7698, 1273, 2.0371, 529.691, 1199, 1.1096, 1577.3435, 990, 5.233, 5884.927,
        902, 2.045, 26.298, 857, 3.508, 398.149, 780, 1.179, 5223.694, 753, 2.533, 5507.553,
        505, 4.583, 18849.228, 492, 4.205, 775.523, 357, 2.92, 0.067, 317, 5.849, 11790.629,
        284, 1.899, 796.298, 271, 0.315, 10977.079, 243, 0.345, 5486.778, 206, 4.806, 2544.314,
        205, 1.869, 5573.143, 202, 2.458, 6069.777, 156, 0.833, 213.299, 132, 3.411, 2942.463,
        126, 1.083, 20.775, 115, 0.645, 0.98, 103, 0.636, 4694.003, 102, 0.976, 15720.839,
        102, 4.267, 7.114, 99, 6.21, 2146.17, 98, 0.68, 155.42, 86, 5.98, 161000.69,
        85, 1.3, 6275.96, 85, 3.67, 71430.7, 80, 1.81, 17260.15, 79, 3.04, 12036.46,
        75, 1.76, 5088.63, 74, 3.5, 3154.69, 74, 4.68, 801.82, 70, 0.83, 9437.76,
        62, 3.98, 8827.39, 61, 1.82, 7084.9, 57, 2.78, 6286.6, 56, 4.39, 14143.5,
        56, 3.47, 6279.55, 52, 0.19, 12139.55, 52, 1.33, 1748.02, 51, 0.28, 5856.48,
    ];

    private static readonly double[] L1 =
    [
        628331966747, 0, 0, 206059, 2.678235, 6283.07585, 4303, 2.6351, 12566.1517, 425, 1.59, 3.523,
        119, 5.796, 26.298, 109, 2.966, 1577.344, 93, 2.59, 18849.23, 72, 1.14, 529.69,
        68, 1.87, 398.15, 67, 4.41, 5507.55, 59, 2.89, 5223.69, 56, 2.17, 155.42,
        45, 0.4, 796.3, 36, 0.47, 775.52, 29, 2.65, 7.11, 21, 5.34, 0.98,
    ];

    private static readonly double[] L2 = [52919, 0, 0, 8720, 1.0721, 6283.0758, 309, 0.867, 12566.152];

    private static readonly double[] L3 = [289, 5.844, 6283.076];
}
