using UnionBot.Core.Data;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Web.Channels.Sms;

/// <summary>Sends one-time codes after the turns that asked for them have committed.</summary>
internal sealed partial class CodeSenderWorker(
    IServiceScopeFactory scopes, ICodeSender sender, TimeProvider time, ILogger<CodeSenderWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SendDueAsync(stoppingToken);
    }

    /// <summary>Sends what waits; several at once, since a provider may take seconds.</summary>
    internal async Task SendDueAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var due = await scope.ServiceProvider.GetRequiredService<CodeDispatch>().TakeAsync(ct);
            await Task.WhenAll(due.Select(code => SendAsync(code, ct)));
        }
        catch (Exception e) when (DatabaseFailure.IsBehind(e))
        {
            LogWaiting(log, DatabaseFailure.ReasonOf(e));
        }
    }

    private async Task SendAsync(DueCode code, CancellationToken ct)
    {
        var isSent = await TrySendAsync(code, ct);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CodeDispatch>().ReportAsync(code, isSent, ct);
    }

    private async Task<bool> TrySendAsync(DueCode code, CancellationToken ct)
    {
        try
        {
            if (await sender.TrySendAsync(code.Phone, code.Code, code.Text, ct)) return true;

            LogRefused(log, code.Id);
        }
        catch (HttpRequestException e)
        {
            LogFailed(log, code.Id, e.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, code.Id, "no answer in time");
        }

        return false;
    }

    // The address may carry a secret, so no exception of the client is logged.
    [LoggerMessage(LogLevel.Error, "Code {CodeId} was not taken by the sender of short messages; the person is told")]
    private static partial void LogRefused(ILogger log, Guid codeId);

    [LoggerMessage(LogLevel.Error, "Code {CodeId} may not have been sent ({Reason}); the person is told")]
    private static partial void LogFailed(ILogger log, Guid codeId, string reason);

    [LoggerMessage(LogLevel.Error, "Codes wait for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);
}
