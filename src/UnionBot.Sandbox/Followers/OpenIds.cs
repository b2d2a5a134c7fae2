using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Followers;

/// <summary>
/// Openids that look like the platform's and need no memory: each holds the follower's number, encrypted for this
/// account, so that an openid of another account is recognised as foreign.
/// </summary>
internal sealed class OpenIds(SandboxOptions options) : IDisposable
{
    private readonly string _prefix = Prefix(options.AppId);
    private readonly ThreadLocal<Aes> _aes = new(() => CipherOf(options.AppId), trackAllValues: true);

    public string Of(int follower)
    {
        Span<byte> block = stackalloc byte[16];
        block.Clear();
        BinaryPrimitives.WriteInt32BigEndian(block, follower);

        Span<byte> hidden = stackalloc byte[16];
        _aes.Value!.EncryptEcb(block, hidden, PaddingMode.None);
        return _prefix + Base64Url.EncodeToString(hidden);
    }

    /// <summary>The follower's number, or null when the openid is not of this account.</summary>
    public int? Read(string? openId)
    {
        if (openId?.Length != _prefix.Length + 22 || !openId.StartsWith(_prefix, StringComparison.Ordinal)) return null;

        Span<byte> hidden = stackalloc byte[16];
        var text = openId.AsSpan(_prefix.Length);
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, hidden) != hidden.Length) return null;

        Span<byte> block = stackalloc byte[16];
        _aes.Value!.DecryptEcb(hidden, block, PaddingMode.None);
        return block[4..].ContainsAnyExcept((byte)0) ? null : BinaryPrimitives.ReadInt32BigEndian(block);
    }

    public void Dispose()
    {
        foreach (var aes in _aes.Values) aes.Dispose();
        _aes.Dispose();
    }

    private static string Prefix(string appId) =>
        "o" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(appId)))[..5];

    private static Aes CipherOf(string appId)
    {
        var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes("openid of " + appId));
        return aes;
    }
}
