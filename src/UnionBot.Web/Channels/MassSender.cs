using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels;

/// <summary>Tells many what a broadcast says, a part of them at a time; two parts, so that calls go on while the ledger is written.</summary>
internal sealed partial class MassSender(
    MassClaims claims, IServiceScopeFactory scopes, MassCalls calls, MassOutcomes outcomes, TimeProvider time, ILogger<MassSender> log) : BackgroundService
{
    private const int Lanes = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => RunAsync(stoppingToken)));

    private async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                while (await claims.ClaimAsync(ct) is { } slice) await SendAsync(slice, ct);
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                // What was in hand is found by its lease.
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
            }
        }
    }

    private Task SendAsync(MassSlice slice, CancellationToken ct) =>
        slice.People.Count == 0 ? Task.CompletedTask :
        slice.Route is SendRoute.Mass ? SendListAsync(slice, ct) :
        SendEachAsync(slice, ct);

    private async Task SendListAsync(MassSlice slice, CancellationToken ct)
    {
        if (await ReadAsync(slice, contents => contents.ListAsync(slice.BroadcastId, ct), ct) is { } content)
            await calls.SendListAsync(slice, content);
    }

    private async Task SendEachAsync(MassSlice slice, CancellationToken ct)
    {
        long[] people = [.. slice.People.Select(p => p.PersonId.Value)];
        var words = await ReadAsync(
            slice, async contents => Checked(slice.Route, await contents.WordAsync(slice.BroadcastId, slice.Route, people, ct)), ct);
        if (words is not null) await calls.SendAsync(slice, words, ct);
    }

    /// <returns>Null when what it says cannot be had: one broadcast must not hold up the others, so it is halted as it was.</returns>
    private async Task<T?> ReadAsync<T>(MassSlice slice, Func<IMassContents, Task<T>> read, CancellationToken ct)
        where T : class
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await read(scope.ServiceProvider.GetRequiredService<IMassContents>());
        }
        catch (Exception e) when (!DatabaseFailure.IsBehind(e) && !ct.IsCancellationRequested)
        {
            LogBroken(log, e, slice.BroadcastId, slice.Number);
            await outcomes.HaltAsync(slice.BroadcastId, code: 0, CancellationToken.None);
            await outcomes.LetGoAsync(slice, [], slice.People, CancellationToken.None);
            return null;
        }
    }

    private static IReadOnlyDictionary<long, PersonalContent> Checked(SendRoute route, IReadOnlyDictionary<long, PersonalContent> words) =>
        words.Values.All(word => word is PersonalContent.Words == route is SendRoute.Custom)
            ? words
            : throw new InvalidOperationException($"Words for another way than {route}.");

    [LoggerMessage(LogLevel.Warning, "Sending to many waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "Broadcast {BroadcastId} is halted at its part {Number}")]
    private static partial void LogBroken(ILogger log, Exception e, int broadcastId, int number);
}
