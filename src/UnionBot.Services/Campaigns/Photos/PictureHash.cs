using System.Numerics;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// A hash of what a picture shows: the signs of 64 slow waves (a cosine transform, as pHash has it). Copies that were compressed anew,
/// scaled, brightened or cropped a little differ in few bits, other pictures in about 32.
/// </summary>
internal static class PictureHash
{
    /// <summary>What is hashed is a grey picture of so many pixels a side.</summary>
    public const int Side = 32;

    public const int Bytes = Side * Side;

    private const int Waves = 8;

    /// <summary>Below it (in steps of grey, of 255) a picture is a wall, a sky or the inside of a pocket: its waves are noise.</summary>
    private const double LeastContrast = 4;

    /// <summary>So many pixels from each margin fade away: a mark in a corner or a cut edge changes what is there, and it tells pictures apart least.</summary>
    private const double Margin = 4;

    private static readonly double[] Weights = [.. Enumerable.Range(0, Side).Select(x => Math.Min(1, Math.Min(x, Side - 1 - x) / Margin))];

    private static readonly double[][] Cosines =
        [.. Enumerable.Range(1, Waves).Select(u => Enumerable.Range(0, Side).Select(x => Math.Cos(Math.PI * u * ((2 * x) + 1) / (2 * Side))).ToArray())];

    /// <param name="grey">Row by row.</param>
    /// <returns>Null when there is too little to see to tell it from others.</returns>
    public static long? Of(ReadOnlySpan<byte> grey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(grey.Length, Bytes);
        var (mean, contrast) = ContrastOf(grey);
        if (contrast < LeastContrast) return null;

        var waves = WavesOf(grey, mean);
        var sorted = waves.Order().ToArray();
        var middle = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        var hash = 0UL;
        foreach (var wave in waves) hash = (hash << 1) | (wave > middle ? 1UL : 0);
        return (long)hash;
    }

    /// <summary>In how many bits they differ; 0 to 64.</summary>
    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    private static (double Mean, double Contrast) ContrastOf(ReadOnlySpan<byte> grey)
    {
        double sum = 0, squares = 0;
        foreach (var pixel in grey) (sum, squares) = (sum + pixel, squares + (pixel * pixel));
        var mean = sum / grey.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / grey.Length) - (mean * mean))));
    }

    /// <summary>Without the constant ones, which brightness and a shadow from one side change.</summary>
    private static double[] WavesOf(ReadOnlySpan<byte> grey, double mean)
    {
        var rows = new double[Side, Waves];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Waves; u++)
            {
                for (var x = 0; x < Side; x++) rows[y, u] += (grey[(y * Side) + x] - mean) * Weights[x] * Cosines[u][x];
            }
        }

        var waves = new double[Waves * Waves];
        for (var v = 0; v < Waves; v++)
        {
            for (var u = 0; u < Waves; u++)
            {
                for (var y = 0; y < Side; y++) waves[(v * Waves) + u] += rows[y, u] * Weights[y] * Cosines[v][y];
            }
        }

        return waves;
    }
}
