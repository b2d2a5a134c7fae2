using System.Threading.Channels;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Does together what is asked for one by one: whatever has come while one statement ran goes with the next. Nobody waits for
/// others to come, and everybody gets the answer to their own.
/// </summary>
internal sealed class Gathering<TItem, TAnswer>(Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TAnswer>>> run)
{
    private const int Most = 200;

    private readonly Channel<(TItem Item, TaskCompletionSource<TAnswer> Answer)> _waiting =
        Channel.CreateUnbounded<(TItem, TaskCompletionSource<TAnswer>)>();

    private int _isRunning;

    public Task<TAnswer> AskAsync(TItem item)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((item, answer));
        if (Interlocked.Exchange(ref _isRunning, 1) == 0) _ = RunAsync();
        return answer.Task;
    }

    private async Task RunAsync()
    {
        do
        {
            while (Take() is { Count: > 0 } asked) await RunOnceAsync(asked);
            Interlocked.Exchange(ref _isRunning, 0);
        }
        // One more may have come between the last look and the line above, and found us running.
        while (_waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref _isRunning, 1) == 0);
    }

    private List<(TItem Item, TaskCompletionSource<TAnswer> Answer)> Take()
    {
        var asked = new List<(TItem, TaskCompletionSource<TAnswer>)>();
        while (asked.Count < Most && _waiting.Reader.TryRead(out var one)) asked.Add(one);
        return asked;
    }

    private async Task RunOnceAsync(List<(TItem Item, TaskCompletionSource<TAnswer> Answer)> asked)
    {
        try
        {
            var answers = await run([.. asked.Select(a => a.Item)], CancellationToken.None);
            foreach (var ((_, answer), given) in asked.Zip(answers)) answer.SetResult(given);
        }
        catch (Exception failure) when (asked.TrueForAll(a => a.Answer.TrySetException(failure)))
        {
            // Each of those who asked has it now.
        }
    }
}
