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

    /// <summary>They were sent another broadcast a short while ago.</summary>
    TooSoon = 5,

    /// <summary>They were sent as many mass sends (群发) this month as the platform allows.</summary>
    MonthIsFull = 6,

    /// <summary>Staff cancelled it before it was their turn, or what it was about was.</summary>
    Cancelled = 7,

    /// <summary>The text has a field for which nothing is known of them.</summary>
    NotWorded = 8,

    /// <summary>An account for trying things out, marked so on the roster.</summary>
    TestAccount = 9,

    /// <summary>The platform knew nobody by their address when something was sent last, and they have not come since.</summary>
    NotKnown = 10,
}
