using System.Globalization;
using System.Threading.Channels;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>
/// Pushes the results of the account's own sends, a few at a time and behind the call that caused them. What a stop or
/// a kill of the sandbox leaves unpushed is pushed after the next start; like any event it is lost after three tries.
/// </summary>
internal sealed class ResultEvents : BackgroundService
{
    private const int Workers = 16;

    private readonly PushRoom _room;
    private readonly TalkLog _log;
    private readonly Table<ResultEvent> _pending;
    private readonly Channel<ResultEvent> _waiting = Channel.CreateUnbounded<ResultEvent>();

    public ResultEvents(PushRoom room, TalkLog log, Journal journal)
    {
        (_room, _log) = (room, log);
        _pending = journal.Open<ResultEvent>("result-events");
        foreach (var result in InOrder)
        {
            log.SkipTo(result.Seq);
            _waiting.Writer.TryWrite(result);
        }
    }

    /// <summary>Those that the account has not been told of yet, in order.</summary>
    public IEnumerable<PushFields> Pending => InOrder.Select(result => result.Push);

    private IEnumerable<ResultEvent> InOrder => _pending.All().Select(row => row.Value).OrderBy(result => result.Seq);

    public void Push(string from, string name, PushFields fields)
    {
        var result = new ResultEvent(_log.TakeSeq(), from, _room.EventPush(from, name, fields));
        _pending.Put(Key(result), result);
        _waiting.Writer.TryWrite(result);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = stoppingToken },
        async (result, _) =>
        {
            await _room.ResultAsync(result.From, result.Push);
            _pending.Remove(Key(result));
        });

    private static string Key(ResultEvent result) => result.Seq.ToString(CultureInfo.InvariantCulture);

    private sealed record ResultEvent(long Seq, string From, PushFields Push);
}
