using System.Diagnostics;
using System.Globalization;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Peers;

/// <summary>The echo on co-wechat and Koa, installed once beside the build's output.</summary>
internal static class CoWechatServer
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "server.js"];

    public static async Task<ServerProcess> StartAsync(Workspace workspace, CancellationToken ct)
    {
        var folder = Path.Combine(workspace.Lasting, "co-wechat");
        await InstallAsync(folder, ct);

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

    private static async Task InstallAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var source = Path.Combine(AppContext.BaseDirectory, "Peers", "CoWechat");
        foreach (var file in Files) File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
        if (Directory.Exists(Path.Combine(folder, "node_modules", "co-wechat"))) return;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        {
            WorkingDirectory = folder,
        })!;
        await npm.WaitForExitAsync(ct);
        if (npm.ExitCode != 0) throw new InvalidOperationException("npm could not install co-wechat.");
    }
}
