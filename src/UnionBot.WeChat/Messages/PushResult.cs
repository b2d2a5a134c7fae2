namespace UnionBot.WeChat.Messages;

/// <summary>What a request to the callback address turned out to be.</summary>
public abstract record PushResult
{
    private PushResult() { }

    /// <summary>Not from the platform, or not for us: answer 403 with an empty body.</summary>
    public sealed record Refused(RefusalReason Reason) : PushResult;

    /// <summary>Signed by the platform but not readable: answer <c>success</c> and record it.</summary>
    public sealed record Malformed(MalformedReason Reason) : PushResult;

    /// <summary>A push to be handled.</summary>
    public sealed record Accepted(Envelope Envelope) : PushResult;
}

/// <summary>Why a request was refused.</summary>
public enum RefusalReason
{
    /// <summary>A query value or the ciphertext is absent or unreadable.</summary>
    MissingField,

    /// <summary>The timestamp is more than five minutes away from our clock.</summary>
    OutsideWindow,

    /// <summary>Safe mode is configured and the request is not encrypted.</summary>
    Downgrade,

    WrongSignature,

    /// <summary>Signed, but no key opens it: truncated, padded otherwise or encrypted with a key we do not hold.</summary>
    Undecipherable,

    /// <summary>Encrypted for another account.</summary>
    WrongAppId,

    /// <summary>The receiver named inside is not the configured original id.</summary>
    WrongAccount,
}

/// <summary>Why a signed push cannot be read.</summary>
public enum MalformedReason
{
    /// <summary>Neither well-formed XML nor JSON, or it holds a DTD, or is nested too deeply or too large.</summary>
    NotReadable,

    /// <summary>Sender, kind or moment of creation is missing.</summary>
    Incomplete,
}
