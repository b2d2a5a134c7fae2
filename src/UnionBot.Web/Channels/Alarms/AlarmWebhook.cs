using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.Alarms;

/// <summary>Tells an address from the settings of alarms, until it has taken each: number, kind and time, nothing else.</summary>
internal sealed partial class AlarmWebhook(
    UntoldAlarms untold, IHttpClientFactory clients, AlarmOptions options, ILogger<AlarmWebhook> log)
{
    public const string ClientName = "alarm";

    /// <summary>Shorter than the lease, so that no other host tells the same meanwhile.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task TellAsync(CancellationToken ct)
    {
        if (options.WebhookUrl.Length == 0)
        {
            await untold.ForgetAsync(ct);
            return;
        }

        foreach (var alarm in await untold.ClaimAsync(ct))
        {
            if (await TryTellAsync(alarm, ct)) await untold.DoneAsync(alarm, ct);
        }
    }

    private async Task<bool> TryTellAsync(AlarmNews alarm, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            var body = new WebhookBody(alarm.Number, KindOf(alarm.Kind), alarm.RaisedAt.ToUniversalTime());
            using var response = await client.PostAsJsonAsync(options.WebhookUrl, body, ct);
            if (response.IsSuccessStatusCode) return true;

            LogRefused(log, alarm.Number, (int)response.StatusCode);
        }
        catch (HttpRequestException e)
        {
            LogUnreachable(log, alarm.Number, e.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            LogUnreachable(log, alarm.Number, "no answer in time");
        }

        return false;
    }

    public static string KindOf(CrisisKind kind) => kind switch
    {
        CrisisKind.SelfHarm => "self-harm",
        CrisisKind.Violence => "violence",
        CrisisKind.Medical => "medical",
        CrisisKind.Fire => "fire",
        CrisisKind.Accident => "accident",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // The address may carry a secret, so no exception of the client is logged.
    [LoggerMessage(LogLevel.Error, "The webhook refused alarm {AlarmId} with status {Status}; it is told again in a moment")]
    private static partial void LogRefused(ILogger log, long alarmId, int status);

    [LoggerMessage(LogLevel.Error, "The webhook was not reached for alarm {AlarmId} ({Reason}); it is told again in a moment")]
    private static partial void LogUnreachable(ILogger log, long alarmId, string reason);

    private sealed record WebhookBody(long Number, string Kind, DateTimeOffset Time);
}
