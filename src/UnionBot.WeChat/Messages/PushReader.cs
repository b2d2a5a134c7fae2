using System.Globalization;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages.Reading;

namespace UnionBot.WeChat.Messages;

/// <summary>Checks and reads what arrives at the callback address. Thread-safe.</summary>
/// <remarks>The order is fixed: query fields, time window, signature, decryption; the caller limits the size before.</remarks>
public sealed class PushReader(WeChatKeys keys)
{
    /// <summary>How far the platform's clock and ours may be apart.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Checks the request (GET) by which the back office saves the callback address.</summary>
    /// <param name="now">Real time, never a moved clock.</param>
    public UrlVerification VerifyUrl(in PushQuery query, string? echo, DateTimeOffset now)
    {
        var refusal =
            string.IsNullOrEmpty(query.Signature) || string.IsNullOrEmpty(echo) ? RefusalReason.MissingField :
            Untimely(query, now) is { } untimely ? untimely :
            SigningToken(query.Signature, query, []) is null ? RefusalReason.WrongSignature :
            (RefusalReason?)null;

        return refusal is null ? new UrlVerification(echo, null) : new UrlVerification(null, refusal);
    }

    /// <summary>Reads one push (POST).</summary>
    /// <param name="body">Not larger than the caller's limit.</param>
    /// <param name="now">Real time, never a moved clock.</param>
    public PushResult Read(in PushQuery query, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        // A plain account may hold no key; then only the plain fields of a compatible push can be read.
        var encrypted = query.SaysEncrypted && keys.Ciphers.Length > 0;
        if (!encrypted && keys.Mode is WeChatMode.Safe) return Refuse(RefusalReason.Downgrade);
        if (string.IsNullOrEmpty(encrypted ? query.MsgSignature : query.Signature)) return Refuse(RefusalReason.MissingField);
        if (Untimely(query, now) is { } untimely) return Refuse(untimely);

        return encrypted ? ReadEncrypted(query, body) : ReadPlain(query, body);
    }

    private PushResult ReadPlain(in PushQuery query, ReadOnlyMemory<byte> body) =>
        SigningToken(query.Signature, query, []) is { } token
            ? Accept(query, body, token, null)
            : Refuse(RefusalReason.WrongSignature);

    private PushResult ReadEncrypted(in PushQuery query, ReadOnlyMemory<byte> body)
    {
        var ciphertext = PushBody.Ciphertext(body);
        if (ciphertext.IsEmpty) return Refuse(RefusalReason.MissingField);
        if (SigningToken(query.MsgSignature, query, ciphertext) is not { } token) return Refuse(RefusalReason.WrongSignature);

        var refusal = RefusalReason.Undecipherable;
        foreach (var cipher in keys.Ciphers)
        {
            using var opened = cipher.Open(ciphertext);
            if (opened.Outcome is OpenOutcome.Opened) return Accept(query, opened.Message, token, cipher);
            if (opened.Outcome is OpenOutcome.WrongAppId) refusal = RefusalReason.WrongAppId;
        }

        return Refuse(refusal);
    }

    private PushResult Accept(in PushQuery query, ReadOnlyMemory<byte> message, byte[] token, MessageCipher? cipher)
    {
        var format = PushBody.FormatOf(message.Span);
        if (PushBody.Read(message, format) is not { } fields) return new PushResult.Malformed(MalformedReason.NotReadable);
        if (PushParser.Parse(fields) is not { } push) return new PushResult.Malformed(MalformedReason.Incomplete);

        return keys.OriginalId.Length > 0 && push.ToUser != keys.OriginalId
            ? Refuse(RefusalReason.WrongAccount)
            : new PushResult.Accepted(new Envelope(push, format, query, token, cipher));
    }

    private static RefusalReason? Untimely(in PushQuery query, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(query.Nonce)
            || !long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return RefusalReason.MissingField;
        }

        var window = (long)Window.TotalSeconds;
        var present = now.ToUnixTimeSeconds();
        return seconds < present - window || seconds > present + window ? RefusalReason.OutsideWindow : null;
    }

    /// <summary>The token, current or previous, that made the signature.</summary>
    private byte[]? SigningToken(string? given, in PushQuery query, ReadOnlySpan<byte> ciphertext)
    {
        foreach (var token in keys.Tokens)
        {
            if (Signature.Matches(given, token, query.Timestamp!, query.Nonce!, ciphertext)) return token;
        }

        return null;
    }

    private static PushResult.Refused Refuse(RefusalReason reason) => new(reason);
}
