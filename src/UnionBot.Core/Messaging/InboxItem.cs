namespace UnionBot.Core.Messaging;

/// <summary>A delivery on its way through the inbox, and the channel that waits for its answer.</summary>
internal sealed class InboxItem(Delivery delivery, byte[] addressHash, byte[] key)
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<InboxAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reply;
    private volatile bool _kept;

    public Delivery Delivery { get; } = delivery;

    public byte[] AddressHash { get; } = addressHash;

    /// <summary>16 bytes that name the message for ever.</summary>
    public byte[] Key { get; } = key;

    public Task<InboxAnswer> Answer => _answer.Task;

    /// <summary>True once the message is in the database, answered or not: it may be acknowledged.</summary>
    public bool IsKept => _kept;

    /// <summary>What the database knows of the person; null until a batch has loaded it.</summary>
    public LoadedTalk? Talk { get; set; }

    /// <summary>
    /// Claims the right to answer in the reply to the delivery itself. False when the channel no longer waits:
    /// then the answer needs a message of its own.
    /// </summary>
    public bool TryClaimReply() => Interlocked.CompareExchange(ref _reply, Claimed, Waiting) != GivenUp;

    /// <summary>The channel stops waiting. False when the answer is being committed as its reply right now.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _reply, GivenUp, Waiting) != Claimed;

    /// <summary>A repeated delivery of the same message waits, too.</summary>
    public void Rejoin() => Interlocked.CompareExchange(ref _reply, Waiting, GivenUp);

    public void Keep() => _kept = true;

    public void Complete(InboxAnswer answer) => _answer.TrySetResult(answer);
}
