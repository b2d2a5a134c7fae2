namespace UnionBot.Core.Cases;

/// <summary>Why something cannot be done with a case.</summary>
public enum CaseRefusal
{
    /// <summary>There is no case of this number.</summary>
    Unknown,

    /// <summary>It is closed; reopen it first.</summary>
    Closed,

    /// <summary>Only a closed case can be reopened.</summary>
    NotClosed,

    /// <summary>A colleague works on it; take it over first.</summary>
    ClaimedByAnother,

    /// <summary>The person has a newer open case of the same kind; go on there.</summary>
    NewerOpen,

    /// <summary>The person no longer follows the account: nothing can be sent, call them by phone.</summary>
    Unfollowed,

    /// <summary>More than one message of the platform can hold; send it in parts.</summary>
    TooLong,

    /// <summary>Somebody did something with it since it was looked at; look again.</summary>
    Changed,
}
