namespace UnionBot.Services.Broadcasts;

/// <summary>Why something is not done with a broadcast.</summary>
public enum BroadcastRefusal
{
    /// <summary>There is none of this number in this member of staff's part of the tree.</summary>
    Unknown,

    /// <summary>They have no role for that.</summary>
    NoRole,

    /// <summary>The people it is for are not all in their part of the tree.</summary>
    TooWide,

    /// <summary>Somebody changed it since it was looked at.</summary>
    Changed,

    /// <summary>Who wrote at it does not release it.</summary>
    OwnWork,

    /// <summary>Its people are fixed and it is being sent: it can be paused or cancelled, not changed.</summary>
    Begun,

    /// <summary>Sent or cancelled.</summary>
    Over,

    /// <summary>It is not being sent yet.</summary>
    NotYet,

    /// <summary>The time in which it was to be sent has passed.</summary>
    WindowOver,

    /// <summary>What was right when it was written is not any more, such as a template that is gone.</summary>
    NotSendable,

    /// <summary>Who wants a test has not bound their own chat.</summary>
    NotBound,

    /// <summary>They were sent this version already.</summary>
    TestedAlready,

    /// <summary>The articles were changed or deleted in the draft box since they were chosen.</summary>
    ArticlesChanged,

    /// <summary>The platform does not tell of its drafts now, so nobody knows whether they are what was chosen.</summary>
    NoAnswer,

    /// <summary>The reason has more characters than are kept.</summary>
    ReasonTooLong,
}
