namespace UnionBot.WeChat.Api;

/// <summary>What to do after a call, whatever the platform's number for it was.</summary>
public enum SendOutcomeKind
{
    /// <summary>Accepted; the delivery itself may be reported later by an event.</summary>
    Sent,

    /// <summary>Nothing to do: an earlier call did it, or it is not worth doing again.</summary>
    AlreadySent,

    /// <summary>Try again after a while, with growing pauses.</summary>
    RetryLater,

    /// <summary>This API's limit for the minute is used up.</summary>
    NextMinute,

    /// <summary>This API's limit for the day is used up; it starts anew at 00:00 in China.</summary>
    UntilTomorrow,

    /// <summary>Nothing can be sent until the person writes or taps again.</summary>
    HoldUntilContact,

    /// <summary>This person cannot or does not want to be reached any more.</summary>
    StopPerson,

    /// <summary>This person does not want this template any more.</summary>
    StopPersonForTemplate,

    /// <summary>No message of this batch can be sent.</summary>
    StopBatch,

    /// <summary>Somebody has to correct a setting, a right or the message: show it to staff, never retry.</summary>
    Misconfigured,

    /// <summary>The answer was lost or its number is unknown: it may have been sent, so never repeat it.</summary>
    Unknown,
}

/// <summary>The platform's answer to a call, mapped by the one table of error codes; safe to log.</summary>
/// <param name="ErrorCode">The platform's number; 0 = none, as when it succeeded or did not answer.</param>
public sealed record SendOutcome(SendOutcomeKind Kind, int ErrorCode = 0)
{
    public static readonly SendOutcome Sent = new(SendOutcomeKind.Sent);

    public ErrorDetail Detail { get; init; } = ErrorDetail.None;

    /// <summary>True when every other call would fare the same (credentials, rights, caller's address, ban).</summary>
    public bool IsAccountWide { get; init; }

    /// <summary>The shortest pause that makes sense; null = the caller's usual one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often to try again at most: a call that the platform cannot recognise as repeated only once.</summary>
    public int MostRetries { get; init; }

    /// <summary>The call did its work, now or earlier.</summary>
    public bool Succeeded => Kind is SendOutcomeKind.Sent or SendOutcomeKind.AlreadySent;
}
