using System.Threading.Channels;
using UnionBot.Sandbox.Pushes;

namespace UnionBot.Sandbox.Actions;

/// <summary>
/// Pushes the results of the account's own sends, a few at a time and behind the call that caused them. What a stop of
/// the sandbox leaves unpushed is lost, as the platform's events are after three tries.
/// </summary>
internal sealed class ResultEvents(PushRoom room) : BackgroundService
{
    private const int Workers = 16;

    private readonly Channel<ResultEvent> _waiting = Channel.CreateUnbounded<ResultEvent>();

    public void Push(string from, string name, PushFields fields) => _waiting.Writer.TryWrite(new(from, name, fields));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = stoppingToken },
        async (result, _) => await room.ResultAsync(result.From, result.Name, result.Fields));

    private sealed record ResultEvent(string From, string Name, PushFields Fields);
}
