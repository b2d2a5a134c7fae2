using System.Text;

namespace UnionBot.WeChat.Crypto;

/// <summary>The account's identity and push secrets, the current ones and, during a change, the previous ones.</summary>
/// <remarks>Parsed once and shared by all threads; deliberately not a record, so that nothing prints the secrets.</remarks>
public sealed class WeChatKeys
{
    /// <summary>Checks and parses the settings of the account's back office.</summary>
    /// <param name="encodingAesKey">43 letters or digits; may be empty in plain mode only.</param>
    /// <param name="previousToken">Still accepted while a change spreads; null or empty = none.</param>
    /// <param name="previousEncodingAesKey">Still accepted while a change spreads; null or empty = none.</param>
    /// <param name="originalId">The account's gh_ id; "" = not checked.</param>
    /// <exception cref="ArgumentException">A value is impossible; the message names it and never quotes it.</exception>
    public WeChatKeys(
        string appId,
        string token,
        string encodingAesKey,
        WeChatMode mode = WeChatMode.Safe,
        string? previousToken = null,
        string? previousEncodingAesKey = null,
        string originalId = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        ArgumentNullException.ThrowIfNull(originalId);
        if (mode != WeChatMode.Plain && string.IsNullOrEmpty(encodingAesKey))
        {
            throw new ArgumentException("Safe and compatible mode need an EncodingAESKey.", nameof(encodingAesKey));
        }

        (AppId, Mode, OriginalId) = (appId, mode, originalId);
        Tokens = Several(token, previousToken, TokenBytes);

        var appIdBytes = Encoding.UTF8.GetBytes(appId);
        Ciphers = string.IsNullOrEmpty(encodingAesKey) && string.IsNullOrEmpty(previousEncodingAesKey)
            ? []
            : Several(encodingAesKey, previousEncodingAesKey, (key, name) => new MessageCipher(AesKey(key, name), appIdBytes));
    }

    public string AppId { get; }

    public WeChatMode Mode { get; }

    public string OriginalId { get; }

    /// <summary>The current token first.</summary>
    internal byte[][] Tokens { get; }

    /// <summary>The current key first; empty only in plain mode.</summary>
    internal MessageCipher[] Ciphers { get; }

    private static T[] Several<T>(string current, string? previous, Func<string, string, T> parse) =>
        string.IsNullOrEmpty(previous)
            ? [parse(current, "current")]
            : [parse(current, "current"), parse(previous, "previous")];

    private static byte[] TokenBytes(string token, string which)
    {
        if (token is not { Length: >= 3 and <= 32 } || !token.All(c => c is > ' ' and <= '~'))
        {
            throw new ArgumentException($"The {which} Token must be 3 to 32 letters, digits or signs, without blanks.");
        }

        return Encoding.ASCII.GetBytes(token);
    }

    private static byte[] AesKey(string encoded, string which)
    {
        if (encoded is not { Length: 43 } || !encoded.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"The {which} EncodingAESKey must be 43 letters or digits.");
        }

        return Convert.FromBase64String(encoded + "=");
    }
}
