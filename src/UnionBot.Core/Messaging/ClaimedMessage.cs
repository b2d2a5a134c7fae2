using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>A message that this host has claimed and must now send.</summary>
/// <param name="Text">The words, in clear; never logged.</param>
/// <param name="LeasedUntil">Until when no other host may claim it; real time, UTC.</param>
public sealed record ClaimedMessage(
    long Id,
    DateOnly Period,
    PersonId PersonId,
    string Channel,
    string Address,
    string Text,
    int Attempts,
    DateTimeOffset LeasedUntil) : SendAttempt(PersonId, Address, Attempts)
{
    /// <summary>Why it is said.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>The same in short fields, one <c>name: value</c> a line; null when there is none. Never logged.</summary>
    public string? Notice { get; init; }
}
