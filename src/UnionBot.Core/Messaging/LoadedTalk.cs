using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>What the database knows of a person when a message of theirs is decided.</summary>
/// <param name="Version">Of the talk; the turn commits only upon it.</param>
/// <param name="OwnedUntil">Until when a member of staff owns the talk; null when nobody does. UTC.</param>
/// <param name="HasHeld">True when something waits to be told now.</param>
/// <param name="Message">What is known of this very message.</param>
internal sealed record LoadedTalk(
    Speaker Speaker, int Version, TalkState State, DateTimeOffset? OwnedUntil, bool HasHeld, MessageFate Message)
{
    public PersonId PersonId => Speaker.Id;

    /// <summary>Whether staff owned the talk until a moment that is over, and the bot has not answered since.</summary>
    public bool IsLeftAt(DateTimeOffset at) => OwnedUntil <= at;

    /// <summary>Someone who writes for the first time.</summary>
    public static LoadedTalk OfStranger(PersonId person, string channel) => new(
        new Speaker(person, channel, MemberLevel.Follower), Version: 0, TalkState.Fresh, null, HasHeld: false, MessageFate.New);
}

internal enum MessageFate
{
    /// <summary>Never seen.</summary>
    New,

    /// <summary>Kept, and still to be answered.</summary>
    Kept,

    Answered,
}
