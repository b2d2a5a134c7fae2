using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>The codes of the second factor as RFC 6238 has them: six digits, new every thirty seconds.</summary>
internal static class TotpCode
{
    private const int SecondsOfStep = 30;
    private const int Digits = 1_000_000;

    /// <summary>Clocks of phones go wrong by so many steps.</summary>
    private const int Tolerated = 2;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="secret">As the app was told it, in base32.</param>
    /// <param name="now">Real time.</param>
    /// <returns>The step whose code it is; null when it is none of about now.</returns>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var (key, typed) = (Bytes(secret), Encoding.ASCII.GetBytes(code));
        var current = now.ToUnixTimeSeconds() / SecondsOfStep;
        for (var step = current - Tolerated; step <= current + Tolerated; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), typed)) return step;
        }

        return null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238, as apps on phones have it.")]
    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & 0x7FFFFFFF;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var letter = Base32.IndexOf(char.ToUpperInvariant(secret[bit / 5]), StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((letter >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }
}
