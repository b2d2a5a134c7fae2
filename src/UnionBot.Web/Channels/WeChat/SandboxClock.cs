using System.Text.Json;
using UnionBot.Core.Calendar;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>In a demo, lets the business clock follow the movable clock of the platform's stand-in.</summary>
internal sealed partial class DemoClock(
    IHttpClientFactory http, WeChatOptions account, BusinessClock clock, ILogger<DemoClock> log)
{
    public const string ClientName = "demo-clock";

    /// <returns>False when the stand-in is not there yet, or no more: business time then goes on as it was.</returns>
    public async Task<bool> TryFollowAsync(CancellationToken ct)
    {
        try
        {
            clock.Offset = await ReadAsync(ct);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogLost(log, e.GetType().Name);
            return false;
        }
    }

    private async Task<TimeSpan> ReadAsync(CancellationToken ct)
    {
        using var client = http.CreateClient(ClientName);
        await using var answer = await client.GetStreamAsync(new Uri(new Uri(account.ApiBaseUrl), "/sandbox/clock"), ct);
        using var document = await JsonDocument.ParseAsync(answer, cancellationToken: ct);
        return TimeSpan.FromSeconds(document.RootElement.GetProperty("offsetSeconds").GetDouble());
    }

    [LoggerMessage(LogLevel.Debug, "The stand-in's clock cannot be read: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
