using UnionBot.Benchmarks.Machine;

namespace UnionBot.Benchmarks.Protocol;

/// <summary>Starts this program once more as a <see cref="ProtocolServer"/>.</summary>
internal static class ProtocolServers
{
    public static async Task<ServerProcess> StartAsync(Workspace workspace, string endpoint, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        var server = ServerProcess.Start(
            "dotnet",
            [typeof(ProtocolServers).Assembly.Location, ProtocolServer.Command, endpoint, $"http://{address}"],
            address,
            workspace.LogOf(endpoint),
            new Dictionary<string, string?>());
        await server.WaitUntilListeningAsync(ct);
        return server;
    }
}
