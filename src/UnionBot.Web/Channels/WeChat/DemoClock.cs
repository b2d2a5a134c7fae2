using System.Text.Json;
using UnionBot.Core.Calendar;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>In a demo, lets the business clock follow the movable clock of the platform's stand-in.</summary>
internal sealed partial class SandboxClock(
    IHttpClientFactory http, WeChatOptions account, BusinessClock clock, TimeProvider time, ILogger<SandboxClock> log)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException)
            {
                // The stand-in is not there yet, or no more: business time goes on as it was.
                LogLost(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        using var client = http.CreateClient();
        await using var answer = await client.GetStreamAsync(new Uri(new Uri(account.ApiBaseUrl), "/sandbox/clock"), ct);
        using var document = await JsonDocument.ParseAsync(answer, cancellationToken: ct);
        var offset = TimeSpan.FromSeconds(document.RootElement.GetProperty("offsetSeconds").GetDouble());
        if (offset == clock.Offset) return;

        clock.Offset = offset;
        LogMoved(log, offset);
    }

    [LoggerMessage(LogLevel.Information, "Business time is now {Offset} ahead of real time")]
    private static partial void LogMoved(ILogger log, TimeSpan offset);

    [LoggerMessage(LogLevel.Debug, "The stand-in's clock cannot be read: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
