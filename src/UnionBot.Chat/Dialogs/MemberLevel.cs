namespace UnionBot.Chat.Dialogs;

/// <summary>How well we know who is writing. Each service states the level it needs.</summary>
public enum MemberLevel
{
    /// <summary>L0: someone who follows the account or opened the web chat.</summary>
    Follower = 0,

    /// <summary>L1: the phone number is confirmed by a code.</summary>
    PhoneConfirmed = 1,

    /// <summary>L2: bound to one row of the member roster.</summary>
    Member = 2,

    /// <summary>L3: a member with a hardship file.</summary>
    HardshipFile = 3,
}
