namespace UnionBot.WeChat.Messages;

/// <summary>The query values the platform puts behind the callback address; null = absent.</summary>
public readonly record struct PushQuery(
    string? Signature,
    string? Timestamp,
    string? Nonce,
    string? OpenId = null,
    string? EncryptType = null,
    string? MsgSignature = null)
{
    internal bool SaysEncrypted => string.Equals(EncryptType, "aes", StringComparison.OrdinalIgnoreCase);
}
