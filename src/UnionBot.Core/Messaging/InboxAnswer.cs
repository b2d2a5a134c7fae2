namespace UnionBot.Core.Messaging;

/// <summary>What the channel is to do with a delivery it handed in.</summary>
public abstract record InboxAnswer
{
    private InboxAnswer() { }

    /// <summary>Give this text as the answer. A repeated delivery gets the same again.</summary>
    public sealed record Reply(string Text) : InboxAnswer;

    /// <summary>Answered with silence: a member of staff owns the talk, or nothing is to be said.</summary>
    public sealed record Silence : InboxAnswer;

    /// <summary>Kept, and answered later by a message of its own: acknowledge it.</summary>
    public sealed record Later : InboxAnswer;

    /// <summary>Not kept: do not acknowledge, so that the platform delivers it again.</summary>
    public sealed record NotKept : InboxAnswer;
}
