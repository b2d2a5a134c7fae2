using System.Security.Cryptography;

namespace UnionBot.Core.Data;

/// <summary>
/// Random nonces from the system's generator, fetched for 256 values at once: asking for each alone costs as much as
/// the encryption itself. Every thread has a stock of its own; no byte is given out twice.
/// </summary>
internal static class NonceStock
{
    private const int StockBytes = 256 * 12;

    [ThreadStatic]
    private static byte[]? _stock;

    [ThreadStatic]
    private static int _left;

    public static void Take(Span<byte> nonce)
    {
        _stock ??= new byte[StockBytes];
        if (_left < nonce.Length)
        {
            RandomNumberGenerator.Fill(_stock);
            _left = StockBytes;
        }

        _stock.AsSpan(StockBytes - _left, nonce.Length).CopyTo(nonce);
        _left -= nonce.Length;
    }
}
