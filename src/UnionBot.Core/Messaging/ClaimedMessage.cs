using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>A message that this host has claimed and must now send.</summary>
/// <param name="Address">Where to, in clear; never logged.</param>
/// <param name="Text">The words, in clear; never logged.</param>
/// <param name="Attempts">How often sending was begun, this time not included until it is.</param>
/// <param name="LeasedUntil">Until when no other host may claim it; real time, UTC.</param>
public sealed record ClaimedMessage(
    long Id,
    DateOnly Period,
    PersonId PersonId,
    string Channel,
    string Address,
    string Text,
    int Attempts,
    DateTimeOffset LeasedUntil)
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

    /// <summary>The same in short fields, one <c>name: value</c> a line; null when there is none. Never logged.</summary>
    public string? Notice { get; init; }
}
