using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels.Alarms;

/// <summary>
/// Every second: brings alarms to people, and tells staff of new cases, of answers that may not have arrived and of ways of
/// sending that the platform refuses. Ticks on real time, also where a demo has moved the business clock.
/// </summary>
internal sealed partial class AlarmWatch(
    IServiceScopeFactory scopes, AlarmWebhook webhook, AlarmMetrics metrics, TimeProvider time, ILogger<AlarmWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        // Each for itself: a receiver that hangs must not hold up the calls.
        TickAsync(CallAsync, stoppingToken),
        TickAsync(webhook.TellAsync, stoppingToken),
        TickAsync(AnnounceAsync, stoppingToken));

    private async Task TickAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                await work(ct);
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
            }
        }
    }

    private async Task CallAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var step in await scope.ServiceProvider.GetRequiredService<AlarmRound>().RunAsync(ct))
        {
            metrics.Count(step);
            if (step.LastWasLost) LogLost(log, step.AlarmId, step.Step - 1);
            if (step.Called > 0) LogCalled(log, step.AlarmId, step.Kind, step.Step, step.Called);
            else if (step.IsTooSoon) LogWaited(log, step.AlarmId, step.Kind, step.Step);
            else LogNobody(log, step.AlarmId, step.Kind, step.Step);
        }
    }

    private async Task AnnounceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseNotices>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<UnsureAnswerNotices>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<RefusedSendNotices>().RunAsync(ct);
    }

    [LoggerMessage(LogLevel.Critical, "ALARM {AlarmId} ({Kind}), step {Step}: called {Called} of staff; acknowledge: duty ack {AlarmId}")]
    private static partial void LogCalled(ILogger log, long alarmId, CrisisKind kind, int step, int called);

    [LoggerMessage(LogLevel.Critical, "ALARM {AlarmId} ({Kind}), step {Step}: NOBODY of staff can be reached in a chat; acknowledge: duty ack {AlarmId}")]
    private static partial void LogNobody(ILogger log, long alarmId, CrisisKind kind, int step);

    [LoggerMessage(LogLevel.Critical, "ALARM {AlarmId} ({Kind}), step {Step}: NOBODY has answered yet; staff are called again a little later; acknowledge: duty ack {AlarmId}")]
    private static partial void LogWaited(ILogger log, long alarmId, CrisisKind kind, int step);

    [LoggerMessage(LogLevel.Critical, "ALARM {AlarmId}: the call of step {Step} reached nobody; the next is called at once")]
    private static partial void LogLost(ILogger log, long alarmId, int step);

    [LoggerMessage(LogLevel.Error, "Alarms and case notices wait for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);
}
