using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Takes in what people say and answers it, each message exactly once. The turn a message leads to (state, data,
/// answers, audit) is one transaction; messages of one person are answered one after the other.
/// </summary>
public sealed class Inbox
{
    /// <summary>More than this many messages in hand are not taken; the platform delivers them again.</summary>
    private const int MostInHand = 4096;

    /// <summary>The platform hangs up after five seconds; what is kept by now is acknowledged and answered later.</summary>
    private static readonly TimeSpan AcknowledgeAfter = TimeSpan.FromSeconds(4);

    /// <summary>How much longer to wait for an answer that is being committed at this very moment.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromMilliseconds(600);

    private readonly ConcurrentDictionary<UInt128, InboxItem> _inHand = new();
    private readonly MessageCiphers _ciphers;
    private readonly UnreadReplies _unread;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<TurnLane> _lanes;
    private int _count;

    internal Inbox(MessageCiphers ciphers, UnreadReplies unread, TimeProvider time, IReadOnlyList<TurnLane> lanes) =>
        (_ciphers, _unread, _time, _lanes) = (ciphers, unread, time, lanes);

    /// <summary>How many messages are being worked on by this host.</summary>
    public int InHand => Volatile.Read(ref _count);

    /// <summary>Answers a delivery. A repeated one waits for, or is given, the answer of the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time of the message is nonsensical.</exception>
    public async Task<InboxAnswer> ReceiveAsync(Delivery delivery, CancellationToken ct)
    {
        if (!MessagePartitions.Accepts(delivery.SentAt))
            throw new ArgumentOutOfRangeException(nameof(delivery), "The time of the message lies outside 2020 to 2099.");

        var item = NewItem(InWholeSeconds(delivery), PushKey.Of(delivery.Key));
        item.TryJoin();
        while (true)
        {
            var first = _inHand.GetOrAdd(IdOf(item), item);
            if (first == item) Start(item);
            if (first == item || first.TryJoin()) return await AnswerAsync(first, ct);

            await first.PutAway.WaitAsync(ct);
        }
    }

    /// <summary>Begins to answer a message that was kept before; nobody waits for the answer.</summary>
    /// <returns>False when this host has it in hand already, or has too much in hand.</returns>
    internal bool TryTakeUp(Delivery delivery, byte[] key)
    {
        var item = NewItem(delivery, key);
        item.TryGiveUp();
        return _inHand.TryAdd(IdOf(item), item) && Start(item);
    }

    // The ledger names an answer by the second of its message: a finer time would be two messages there with one answer.
    private static Delivery InWholeSeconds(Delivery delivery) => delivery with
    {
        SentAt = DateTimeOffset.FromUnixTimeSeconds(delivery.SentAt.ToUnixTimeSeconds()),
    };

    private InboxItem NewItem(Delivery delivery, byte[] key) =>
        new(delivery, _ciphers.AddressHash(delivery.Channel, delivery.Address), key);

    private static UInt128 IdOf(InboxItem item) => BinaryPrimitives.ReadUInt128BigEndian(item.Key);

    /// <returns>False when there is too much in hand; that is its answer then.</returns>
    private bool Start(InboxItem item)
    {
        item.Answer.ContinueWith(
            _ => PutAwayAsync(item), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var hasRoom = Interlocked.Increment(ref _count) <= MostInHand;
        if (hasRoom) LaneOf(item).Add(item);
        else item.Complete(new InboxAnswer.NotKept());
        return hasRoom;
    }

    /// <summary>When the message is answered and no channel waits any more. Until then a repeated delivery joins in.</summary>
    private async Task PutAwayAsync(InboxItem item)
    {
        if (!item.TryClose()) return;

        if (item.IsUnread) await _unread.SendByItselfAsync(item);
        _inHand.TryRemove(IdOf(item), out _);
        Interlocked.Decrement(ref _count);
        item.Gone();
    }

    // All messages of one person go through one lane, which keeps them in order.
    private TurnLane LaneOf(InboxItem item) => _lanes[item.AddressHash[0] % _lanes.Count];

    private async Task<InboxAnswer> AnswerAsync(InboxItem item, CancellationToken ct)
    {
        var hasRead = false;
        try
        {
            var answer = await WaitAsync(item, ct);
            hasRead = !ct.IsCancellationRequested;
            return answer;
        }
        finally
        {
            item.Leave(hasRead);
            await PutAwayAsync(item);
        }
    }

    private async Task<InboxAnswer> WaitAsync(InboxItem item, CancellationToken ct)
    {
        try
        {
            return await item.Answer.WaitAsync(AcknowledgeAfter, _time, ct);
        }
        catch (TimeoutException) when (!item.TryGiveUp())
        {
            return await WaitForCommitAsync(item, ct);
        }
        catch (TimeoutException)
        {
            return item.IsKept ? new InboxAnswer.Later() : new InboxAnswer.NotKept();
        }
    }

    private async Task<InboxAnswer> WaitForCommitAsync(InboxItem item, CancellationToken ct)
    {
        try
        {
            return await item.Answer.WaitAsync(LastWait, _time, ct);
        }
        catch (TimeoutException)
        {
            // Not acknowledged: the platform delivers it again, and the repeat finds the answer in the ledger.
            return new InboxAnswer.NotKept();
        }
    }
}
