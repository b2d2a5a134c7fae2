using System.Globalization;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Peers;

/// <summary>The echo on co-wechat and Koa, installed once beside the build's output.</summary>
internal static class CoWechatServer
{
    public static async Task<ServerProcess> StartAsync(Workspace workspace, CancellationToken ct)
    {
        var folder = await NodePackage.InstallAsync(workspace.Lasting, "CoWechat", "co-wechat", ct);

        var address = ServerProcess.FreeAddress();
        var server = ServerProcess.Start(
            "node",
            [Path.Combine(folder, "server.js")],
            address,
            workspace.LogOf("co-wechat"),
            new Dictionary<string, string?>
            {
                ["NODE_ENV"] = "production",
                ["PORT"] = address.Port.ToString(CultureInfo.InvariantCulture),
                ["TOKEN"] = Account.Token,
                ["APP_ID"] = Account.AppId,
                ["ENCODING_AES_KEY"] = Account.EncodingAesKey,
            });
        await server.WaitUntilListeningAsync(ct);
        return server;
    }
}
