using UnionBot.WeChat.Crypto;

namespace UnionBot.WeChat.Messages;

/// <summary>How the fields of a push are written.</summary>
public enum BodyFormat
{
    Xml,
    Json,
}

/// <summary>An accepted push together with what its reply needs: format, key and nonce.</summary>
public sealed class Envelope
{
    private readonly PushQuery _query;

    internal Envelope(Push push, BodyFormat format, in PushQuery query, byte[] token, MessageCipher? cipher)
    {
        (Push, Format, Token, Cipher, _query) = (push, format, token, cipher, query);
    }

    public Push Push { get; }

    /// <summary>The reply is written in the same format.</summary>
    public BodyFormat Format { get; }

    /// <summary>The reply is encrypted with the key that opened the push.</summary>
    public bool IsEncrypted => Cipher is not null;

    /// <summary>False when the query names another person than the message: no rule of the platform, but a sign of forgery.</summary>
    public bool SenderMatchesQuery => string.IsNullOrEmpty(_query.OpenId) || _query.OpenId == Push.FromUser;

    /// <summary>The content type of a reply; <c>success</c> is <c>text/plain</c> in every mode.</summary>
    public string ReplyContentType => Format is BodyFormat.Xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";

    internal string Nonce => _query.Nonce!;

    internal byte[] Token { get; }

    internal MessageCipher? Cipher { get; }
}
