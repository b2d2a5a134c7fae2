namespace UnionBot.Core.Messaging;

/// <summary>A turn ready to be written: sealed, and with the reply to the delivery claimed or not.</summary>
/// <param name="State">Null when nothing of the talk is worth keeping.</param>
/// <param name="Text">The sealed answer; null for silence.</param>
internal sealed record SealedTurn(InboxItem Item, byte[]? State, string Occasion, byte[]? Text, OutboundStatus Status)
{
    /// <summary>The sealed message; null when it has been kept before.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The answer in clear, for the channel that waits; null for silence.</summary>
    public string? Words { get; init; }

    public LoadedTalk Talk => Item.Talk!;

    /// <summary>What the channel is told once the turn is committed.</summary>
    public InboxAnswer Answer =>
        Words is null ? new InboxAnswer.Silence() :
        Status is OutboundStatus.Replied ? new InboxAnswer.Reply(Words) :
        new InboxAnswer.Later();
}
