using Microsoft.Extensions.Hosting;

namespace UnionBot.Core.Messaging;

/// <summary>Runs the lanes of the inbox as long as the host lives.</summary>
internal sealed class InboxWorker(IEnumerable<TurnLane> lanes) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(lanes.Select(lane => lane.RunAsync(stoppingToken)));
}
