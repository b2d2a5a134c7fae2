using System.Buffers.Binary;
using System.Threading.Channels;

namespace UnionBot.Core.Messaging;

/// <summary>
/// A line of messages that are answered in batches of different people. A person whose turn is being run alone is
/// waited for; the messages behind are set aside and go on in their order.
/// </summary>
internal sealed class TurnLane(BatchTurns batches, LoneTurns loneTurns)
{
    private const int LargestBatch = 64;

    private readonly Channel<InboxItem?> _arrivals = Channel.CreateUnbounded<InboxItem?>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, Queue<InboxItem>> _alone = [];
    private Queue<InboxItem> _setAside = new();

    public void Add(InboxItem item) => _arrivals.Writer.TryWrite(item);

    public async Task RunAsync(CancellationToken ct)
    {
        while (await _arrivals.Reader.WaitToReadAsync(ct))
        {
            while (TakeBatch() is { Count: > 0 } batch)
            {
                var left = await batches.AnswerAsync(batch, ct);
                foreach (var item in left.ToRunAlone) RunAlone(item, ct);
                SetAside(left.ToDecideAgain);
            }
        }
    }

    private List<InboxItem> TakeBatch()
    {
        var batch = new List<InboxItem>(LargestBatch);
        var people = new HashSet<UInt128>(LargestBatch);
        lock (_lock)
        {
            var aside = _setAside;
            _setAside = new Queue<InboxItem>();
            while (aside.TryDequeue(out var item)) Place(item, batch, people);
            while (batch.Count < LargestBatch && _arrivals.Reader.TryRead(out var item))
            {
                // Null only wakes the lane when a person who was waited for is free again.
                if (item is not null) Place(item, batch, people);
            }
        }

        return batch;
    }

    private void Place(InboxItem item, List<InboxItem> batch, HashSet<UInt128> people)
    {
        var person = PersonOf(item);
        if (_alone.TryGetValue(person, out var waiting)) waiting.Enqueue(item);
        else if (batch.Count < LargestBatch && people.Add(person)) batch.Add(item);
        else _setAside.Enqueue(item);
    }

    private void SetAside(IReadOnlyList<InboxItem> items)
    {
        if (items.Count == 0) return;
        lock (_lock)
        {
            _setAside = new Queue<InboxItem>(items.Concat(_setAside));
        }
    }

    private void RunAlone(InboxItem item, CancellationToken ct)
    {
        lock (_lock)
        {
            _alone[PersonOf(item)] = new Queue<InboxItem>();
        }

        _ = RunAndFreeAsync(item, ct);
    }

    private async Task RunAndFreeAsync(InboxItem item, CancellationToken ct)
    {
        try
        {
            await loneTurns.RunAsync(item, ct);
        }
        finally
        {
            lock (_lock)
            {
                _alone.Remove(PersonOf(item), out var waiting);
                _setAside = new Queue<InboxItem>(waiting!.Concat(_setAside));
            }

            _arrivals.Writer.TryWrite(null);
        }
    }

    private static UInt128 PersonOf(InboxItem item) => BinaryPrimitives.ReadUInt128BigEndian(item.AddressHash);
}
