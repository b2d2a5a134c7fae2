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
    /// <summary>Nothing of it: it names a person and lets the request be repeated.</summary>
    public override string ToString() => nameof(PushQuery);

    internal bool SaysEncrypted => string.Equals(EncryptType, "aes", StringComparison.OrdinalIgnoreCase);
}
