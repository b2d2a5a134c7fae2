using UnionBot.Core.Calendar;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Follows the stand-in's clock every second while the bot of a demo runs.</summary>
internal sealed partial class DemoClockFollower(
    DemoClock demo, BusinessClock clock, TimeProvider time, ILogger<DemoClockFollower> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        TimeSpan? told = null;
        do
        {
            if (!await demo.TryFollowAsync(stoppingToken) || clock.Offset == told) continue;

            told = clock.Offset;
            LogMoved(log, clock.Offset);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Business time is now {Offset} ahead of real time")]
    private static partial void LogMoved(ILogger log, TimeSpan offset);
}
