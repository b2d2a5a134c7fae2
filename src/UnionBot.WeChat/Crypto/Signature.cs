using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.WeChat.Crypto;

/// <summary>The platform's signature: SHA-1 over token, timestamp, nonce and, when encrypted, the ciphertext, in byte order.</summary>
internal static class Signature
{
    public const int HexLength = 2 * SHA1.HashSizeInBytes;

    private const int OnStack = 1024;

    /// <summary>Compares in constant time; null or another length never matches.</summary>
    public static bool Matches(
        string? given, ReadOnlySpan<byte> token, string timestamp, string nonce, ReadOnlySpan<byte> ciphertext)
    {
        if (given is not { Length: HexLength }) return false;

        Span<byte> expected = stackalloc byte[HexLength];
        Write(expected, token, timestamp, nonce, ciphertext);

        Span<byte> actual = stackalloc byte[HexLength];
        for (var i = 0; i < HexLength; i++) actual[i] = given[i] < 128 ? (byte)given[i] : (byte)0;
        return CryptographicOperations.FixedTimeEquals(expected, actual);
    }

    /// <summary>Writes the signature as 40 lower-case hex digits.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol prescribes SHA-1.")]
    public static void Write(
        Span<byte> hex, ReadOnlySpan<byte> token, string timestamp, string nonce, ReadOnlySpan<byte> ciphertext)
    {
        var stampLength = Encoding.UTF8.GetByteCount(timestamp);
        var nonceLength = Encoding.UTF8.GetByteCount(nonce);
        var total = token.Length + stampLength + nonceLength + ciphertext.Length;

        // One buffer holds the two encoded query values and, behind them, what is hashed.
        var needed = stampLength + nonceLength + total;
        var rented = needed > OnStack ? ArrayPool<byte>.Shared.Rent(needed) : null;
        var buffer = rented ?? stackalloc byte[OnStack];

        Encoding.UTF8.GetBytes(timestamp, buffer);
        Encoding.UTF8.GetBytes(nonce, buffer[stampLength..]);
        var joined = buffer.Slice(stampLength + nonceLength, total);
        Join(joined, token, buffer[..stampLength], buffer.Slice(stampLength, nonceLength), ciphertext);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(joined, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Concatenates the four parts in ordinal order of their bytes; an empty part changes nothing.</summary>
    private static void Join(
        Span<byte> joined, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d)
    {
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref b, ref c);

        a.CopyTo(joined);
        b.CopyTo(joined[a.Length..]);
        c.CopyTo(joined[(a.Length + b.Length)..]);
        d.CopyTo(joined[(a.Length + b.Length + c.Length)..]);
    }

    private static void Order(ref ReadOnlySpan<byte> first, ref ReadOnlySpan<byte> second)
    {
        if (first.SequenceCompareTo(second) <= 0) return;

        var smaller = second;
        second = first;
        first = smaller;
    }
}
