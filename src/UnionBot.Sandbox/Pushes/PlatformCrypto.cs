using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Pushes;

/// <summary>The platform's side of signatures and of the AES envelope.</summary>
internal sealed class PlatformCrypto(SandboxOptions options)
{
    private const int PadBlock = 32;
    private const int RandomLength = 16;
    private const int HeadLength = RandomLength + sizeof(int);

    private readonly byte[] _key = options.EncodingAesKey.Length == 43
        ? Convert.FromBase64String(options.EncodingAesKey + "=")
        : [];

    /// <summary>Lower-case hex SHA-1 over the sorted parts and the token.</summary>
    public string Sign(params string[] parts)
    {
        string[] all = [options.Token, .. parts];
        Array.Sort(all, StringComparer.Ordinal);
        return Convert.ToHexStringLower(Sha1(string.Concat(all)));
    }

    public string Encrypt(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var appId = Encoding.UTF8.GetBytes(options.AppId);
        var length = HeadLength + message.Length + appId.Length;
        var pad = PadBlock - (length % PadBlock);

        var clear = new byte[length + pad];
        RandomNumberGenerator.Fill(clear.AsSpan(0, RandomLength));
        BinaryPrimitives.WriteInt32BigEndian(clear.AsSpan(RandomLength), message.Length);
        message.CopyTo(clear, HeadLength);
        appId.CopyTo(clear, HeadLength + message.Length);
        clear.AsSpan(length).Fill((byte)pad);

        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(clear, Iv, PaddingMode.None));
    }

    /// <summary>The text inside, or null and the reason why the platform would not take it.</summary>
    public string? TryDecrypt(string encrypted, out string problem)
    {
        problem = "";
        byte[] clear;
        try
        {
            using var aes = Cipher();
            clear = aes.DecryptCbc(Convert.FromBase64String(encrypted), Iv, PaddingMode.None);
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            problem = "Encrypt is not base64 of whole AES blocks";
            return null;
        }

        return Open(clear, out problem);
    }

    private byte[] Iv => _key[..16];

    private string? Open(byte[] clear, out string problem)
    {
        var pad = clear.Length == 0 ? 0 : clear[^1];
        problem = "padding, length or app id inside Encrypt is wrong";
        if (pad is < 1 or > PadBlock || clear.Length - pad < HeadLength) return null;

        var body = clear.AsSpan(0, clear.Length - pad);
        var length = BinaryPrimitives.ReadInt32BigEndian(body[RandomLength..]);
        if (length < 0 || length > body.Length - HeadLength) return null;
        if (Encoding.UTF8.GetString(body[(HeadLength + length)..]) != options.AppId) return null;

        problem = "";
        return Encoding.UTF8.GetString(body.Slice(HeadLength, length));
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }

    /// <summary>The platform's signatures are SHA-1; there is no other choice.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5350", Justification = "The platform signs with SHA-1.")]
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
}
