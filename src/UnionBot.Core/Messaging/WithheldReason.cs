namespace UnionBot.Core.Messaging;

/// <summary>Why a message was not sent by us. Stored as a number, so never reordered.</summary>
public enum WithheldReason : short
{
    /// <summary>The person does not follow the account any more.</summary>
    Unfollowed = 1,

    /// <summary>No way is open: no window, no consent, no template. Belongs on a phone list.</summary>
    NoWay = 2,

    /// <summary>It was no longer worth saying when people might be told again: quiet hours, silent days, or enough of them.</summary>
    Spared = 3,

    /// <summary>The person does not want to be told this kind of thing.</summary>
    OptedOut = 4,
}
