using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>The app on a phone that shows codes, as RFC 6238 says; it shares nothing with what checks them.</summary>
internal static class TotpApp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="ahead">So many steps of thirty seconds later than now.</param>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238, as apps on phones have it.")]
    public static string CodeOf(string secret, int ahead = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + ahead);
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in secret)
        {
            (bits, held) = (((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, held + 5);
            if (held < 8) continue;

            held -= 8;
            bytes.Add((byte)(bits >> held));
        }

        return [.. bytes];
    }
}
