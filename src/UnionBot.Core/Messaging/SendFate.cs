namespace UnionBot.Core.Messaging;

/// <summary>What became of one attempt to send a message.</summary>
/// <param name="Status">The new state; <see cref="OutboundStatus.Queued"/> means another attempt.</param>
/// <param name="RetryAfter">How long to wait before the next attempt; null when there is none.</param>
/// <param name="ErrorCode">The platform's errcode; null when it gave none.</param>
public sealed record SendFate(OutboundStatus Status, TimeSpan? RetryAfter = null, int? ErrorCode = null)
{
    /// <summary>By what the platform will report whether it arrived; null when it does not report.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Of a message that stays queued: whether this attempt may have arrived, so that only the same call may follow.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>What the refusal tells of later sends.</summary>
    public Closing Closes { get; init; }

    /// <summary>Whether every other call would fare the same now: credentials, the caller's address, a ban.</summary>
    public bool IsAccountWide { get; init; }
}

/// <summary>What the platform closed with a refusal.</summary>
public enum Closing
{
    Nothing,

    /// <summary>The person's windows: nothing until the next contact.</summary>
    Windows,

    /// <summary>The person's consents to the template.</summary>
    Consents,

    /// <summary>Everything to this person: they do not follow any more.</summary>
    Person,

    /// <summary>Everything to this person, until they come again: the platform knows nobody by their address.</summary>
    Address,

    /// <summary>This way, for all hosts, until the platform's next day.</summary>
    RouteUntilTomorrow,

    /// <summary>This way, for all hosts, for a while: the account has no right to it, and staff have to look.</summary>
    RouteForAWhile,

    /// <summary>This template: staff have to look.</summary>
    Template,

    /// <summary>This list as it is: somebody in it is nobody to the platform, which does not say who.</summary>
    List,

    /// <summary>The draft that this list was to be sent: it is gone.</summary>
    Draft,
}
