using System.Security.Cryptography;

namespace UnionBot.Core.Data;

/// <summary>One key of the encrypted columns. A class and not a record, so that no log can print its bytes.</summary>
internal sealed class EncryptionKey(string id, byte[] bytes)
{
    public string Id { get; } = id;

    public byte[] Bytes { get; } = bytes;

    public bool IsSameAs(EncryptionKey other) =>
        Id == other.Id && CryptographicOperations.FixedTimeEquals(Bytes, other.Bytes);
}
