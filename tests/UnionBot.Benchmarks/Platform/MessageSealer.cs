using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Benchmarks.Platform;

/// <summary>
/// The platform's encryption and signature, written apart from the bot's, so that the bot is not checked against
/// itself. One per thread.
/// </summary>
internal sealed class MessageSealer : IDisposable
{
    private const int Head = 20;
    private const int Block = 32;

    private readonly Aes _aes = Aes.Create();

    public MessageSealer() => _aes.Key = Account.AesKey;

    private ReadOnlySpan<byte> Iv => Account.AesKey.AsSpan(0, 16);

    /// <returns>The ciphertext in base64.</returns>
    public string Seal(string xml)
    {
        var message = Encoding.UTF8.GetBytes(xml);
        var length = Head + message.Length + Account.AppId.Length;
        var padding = Block - (length % Block);
        var frame = new byte[length + padding];
        RandomNumberGenerator.Fill(frame.AsSpan(0, 16));
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(16), message.Length);
        message.CopyTo(frame, Head);
        Encoding.ASCII.GetBytes(Account.AppId, frame.AsSpan(Head + message.Length));
        frame.AsSpan(length).Fill((byte)padding);
        return Convert.ToBase64String(_aes.EncryptCbc(frame, Iv, PaddingMode.None));
    }

    public string Open(string ciphertext)
    {
        var frame = _aes.DecryptCbc(Convert.FromBase64String(ciphertext), Iv, PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(16));
        return Encoding.UTF8.GetString(frame, Head, length);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol prescribes SHA-1.")]
    public static string Sign(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }

    public void Dispose() => _aes.Dispose();
}
