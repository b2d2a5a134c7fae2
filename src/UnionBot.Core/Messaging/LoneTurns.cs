using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Runs turns that need a transaction of their own, a few at once.</summary>
internal sealed partial class LoneTurns(
    IServiceScopeFactory scopes, FailedMessages failed, ILogger<LoneTurns> log) : IDisposable
{
    private const int MostAtOnce = 8;
    private const int MostAttempts = 3;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>Answers a kept message. Never throws: what fails is apologised for, or taken up again later, less and less often.</summary>
    public async Task RunAsync(InboxItem item, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            item.Complete(await RunAsync(item, attempt: 1, ct));
        }
        finally
        {
            _places.Release();

            // Stopped in the middle: the message is kept, and the next start takes it up.
            item.Complete(new InboxAnswer.Later());
        }
    }

    private async Task<InboxAnswer> RunAsync(InboxItem item, int attempt, CancellationToken ct)
    {
        try
        {
            return await InScopeAsync(turn => turn.RunAsync(item, ct));
        }
        catch (Exception e) when (DatabaseFailure.IsRace(e) && attempt < MostAttempts)
        {
            return await RunAsync(item, attempt + 1, ct);
        }
        catch (Exception e) when (DatabaseFailure.WillPass(e))
        {
            LogLeft(log, item.Talk!.PersonId.Value, e.Message);
            return new InboxAnswer.Later();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await ApologiseAsync(item, e, ct);
        }
    }

    private async Task<InboxAnswer> ApologiseAsync(InboxItem item, Exception why, CancellationToken ct)
    {
        try
        {
            var answer = await InScopeAsync(turn => turn.ApologiseAsync(item, ct));
            LogApologised(log, item.Talk!.PersonId.Value, why);
            return answer;
        }
        catch (Exception e) when (DatabaseFailure.WillPass(e))
        {
            LogLeft(log, item.Talk!.PersonId.Value, e.Message);
            return new InboxAnswer.Later();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await failed.NoteAsync(item, e, ct);
            return new InboxAnswer.Later();
        }
    }

    private async Task<InboxAnswer> InScopeAsync(Func<LoneTurn, Task<InboxAnswer>> run)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<LoneTurn>());
    }

    public void Dispose() => _places.Dispose();

    [LoggerMessage(LogLevel.Error, "The turn of person {PersonId} waits for the database ({Reason})")]
    private static partial void LogLeft(ILogger log, long personId, string reason);

    [LoggerMessage(LogLevel.Error, "The turn of person {PersonId} failed; apologised, and a case is open")]
    private static partial void LogApologised(ILogger log, long personId, Exception e);
}
