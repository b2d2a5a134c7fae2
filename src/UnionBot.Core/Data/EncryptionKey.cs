using System.Text;

namespace UnionBot.Core.Data;

/// <summary>One key of the encrypted columns. A class and not a record, so that no log can print its bytes.</summary>
internal sealed class EncryptionKey(string id, byte[] bytes)
{
    public string Id { get; } = id;

    /// <summary>The id as it stands in front of every value sealed with this key.</summary>
    public byte[] IdBytes { get; } = Encoding.ASCII.GetBytes(id);

    public byte[] Bytes { get; } = bytes;
}
