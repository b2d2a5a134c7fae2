using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Core.Messaging;

/// <summary>16 bytes that name a push for ever.</summary>
public static class PushKey
{
    public const int Bytes = 16;

    /// <param name="key">What the platform knows the push by; the same again when a delivery is repeated.</param>
    public static byte[] Of(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return hash[..Bytes].ToArray();
    }
}
