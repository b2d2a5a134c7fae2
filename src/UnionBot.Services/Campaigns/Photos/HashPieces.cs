namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Cuts a hash into four pieces of 16 bits, each with an index of its own: hashes that differ in no more than d bits have a piece that differs
/// in no more than d ÷ 4, so it is found among the few values near it.
/// </summary>
internal static class HashPieces
{
    public const int Count = 4;

    /// <summary>Beyond it a piece would have too many values near it.</summary>
    public const int MostBits = 15;

    private const int Width = 16;

    /// <summary>The values near each piece of a hash, from the highest piece to the lowest.</summary>
    /// <param name="bits">In how many bits hashes may differ; 0 to <see cref="MostBits"/>.</param>
    public static int[][] Near(long hash, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        return [.. Enumerable.Range(0, Count).Select(i => NearPiece((int)(hash >> ((Count - 1 - i) * Width)) & ushort.MaxValue, bits / Count))];
    }

    private static int[] NearPiece(int piece, int bits)
    {
        var near = new HashSet<int> { piece };
        for (var changed = 0; changed < bits; changed++)
        {
            foreach (var known in near.ToArray())
            {
                for (var bit = 0; bit < Width; bit++) near.Add(known ^ (1 << bit));
            }
        }

        return [.. near];
    }
}
