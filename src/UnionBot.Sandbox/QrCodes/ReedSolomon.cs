namespace UnionBot.Sandbox.QrCodes;

/// <summary>The check bytes of a QR code: Reed-Solomon over GF(256) with the polynomial 0x11D.</summary>
internal static class ReedSolomon
{
    public static byte[] Checks(ReadOnlySpan<byte> data, int count)
    {
        var generator = Generator(count);
        var rest = new byte[count];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ rest[0]);
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            for (var i = 0; i < count; i++) rest[i] ^= Multiply(generator[i], factor);
        }

        return rest;
    }

    /// <summary>Coefficients of (x - 2^0)(x - 2^1)… without the leading one, highest power first.</summary>
    private static byte[] Generator(int degree)
    {
        var generator = new byte[degree];
        generator[^1] = 1;
        byte root = 1;
        for (var step = 0; step < degree; step++)
        {
            for (var i = 0; i < degree; i++)
            {
                generator[i] = Multiply(generator[i], root);
                if (i + 1 < degree) generator[i] ^= generator[i + 1];
            }

            root = Multiply(root, 2);
        }

        return generator;
    }

    private static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }
}
