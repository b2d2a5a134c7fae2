namespace UnionBot.Web.Channels.WeChat;

/// <summary>Follows the stand-in's clock every second while the bot of a demo runs.</summary>
internal sealed class DemoClockFollower(DemoClock demo, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            await demo.TryFollowAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
