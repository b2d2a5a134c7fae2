namespace UnionBot.Core.Messaging;

/// <summary>A delivery on its way through the inbox, and the channel that waits for its answer.</summary>
internal sealed class InboxItem(Delivery delivery, byte[] addressHash, byte[] key)
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<InboxAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _putAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _reply;
    private int _channels;
    private bool _isRead;
    private bool _isClosed;
    private volatile bool _kept;

    public Delivery Delivery { get; } = delivery;

    public byte[] AddressHash { get; } = addressHash;

    /// <summary>16 bytes that name the message for ever.</summary>
    public byte[] Key { get; } = key;

    public Task<InboxAnswer> Answer => _answer.Task;

    /// <summary>Done once this host has nothing more to do with it: what became of it stands in the database.</summary>
    public Task PutAway => _putAway.Task;

    /// <summary>The answer had been given to an earlier delivery, which may have read it.</summary>
    public bool WasGivenBefore { get; set; }

    /// <summary>An answer that was committed as the reply to this delivery, and that no channel was left to read.</summary>
    public bool IsUnread => _isClosed && !_isRead && !WasGivenBefore && Answer.Result is InboxAnswer.Reply;

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

    /// <summary>A channel begins to wait for the answer: of the first delivery, or of a repeated one.</summary>
    /// <returns>False when the item is being put away: then only the database knows the answer.</returns>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_isClosed) return false;
            _channels++;
        }

        Interlocked.CompareExchange(ref _reply, Waiting, GivenUp);
        return true;
    }

    /// <summary>A channel waits no longer, with the answer or without.</summary>
    public void Leave(bool hasRead)
    {
        lock (_gate)
        {
            _channels--;
            _isRead |= hasRead;
        }
    }

    /// <returns>True once, when there is an answer and no channel waits any more: the item is to be put away.</returns>
    public bool TryClose()
    {
        lock (_gate)
        {
            if (_isClosed || _channels > 0 || !Answer.IsCompleted) return false;
            return _isClosed = true;
        }
    }

    public void Gone() => _putAway.TrySetResult();

    public void Keep() => _kept = true;

    public void Complete(InboxAnswer answer) => _answer.TrySetResult(answer);
}
