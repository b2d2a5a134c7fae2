using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Core.Data;

/// <summary>
/// Keyed hash by which an encrypted value is found again. Without the look-up key nobody can try out all phone numbers.
/// </summary>
public sealed class LookupHash
{
    public const int Bytes = 16;

    private const int LongestOnStack = 512;

    private readonly byte[] _key;

    internal LookupHash(byte[] lookupKey, string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);

        var info = Encoding.UTF8.GetBytes($"unionbot/lookup/1/{purpose}");
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, lookupKey, EncryptionKeys.KeyBytes, info: info);
    }

    /// <param name="value">Normalised by the caller: two spellings of one number have two hashes.</param>
    public byte[] Of(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        var bytes = length <= LongestOnStack ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(value, bytes);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes, hash);
        return hash[..Bytes].ToArray();
    }
}
