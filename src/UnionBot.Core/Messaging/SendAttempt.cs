using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>One attempt to send something to one person, by a way that is chosen and paid for.</summary>
/// <param name="Address">Where to, in clear; never logged.</param>
/// <param name="Attempts">How often sending was begun, this time not included until it is.</param>
public record SendAttempt(PersonId PersonId, string Address, int Attempts)
{
    public MessageKind Kind { get; init; }

    /// <summary>By which way of the channel; what it costs is spent.</summary>
    public SendRoute Route { get; init; }

    /// <summary>When the window opened that it was taken from; null when none was. UTC.</summary>
    public DateTimeOffset? WindowOpenedAt { get; init; }

    /// <summary>When its way was chosen; by the business clock, UTC.</summary>
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Whether an earlier attempt may have arrived: then this one repeats the same call.</summary>
    public bool IsRepeat { get; init; }
}
