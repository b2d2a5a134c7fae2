using System.Diagnostics;
using System.Globalization;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Peers;

/// <summary>The echo on co-wechat and Koa, installed once beside the build's output.</summary>
internal static class CoWechatServer
{
    private const string Lock = "package-lock.json";

    private static readonly string[] Files = ["package.json", Lock, "server.js"];

    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Peers", "CoWechat");

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
        var isInstalled = IsInstalled(folder);
        foreach (var file in Files) File.Copy(Path.Combine(Source, file), Path.Combine(folder, file), overwrite: true);
        if (isInstalled) return;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        {
            WorkingDirectory = folder,
        })!;
        await npm.WaitForExitAsync(ct);
        if (npm.ExitCode != 0) throw new InvalidOperationException("npm could not install co-wechat.");
    }

    /// <summary>By an earlier run, and in the same versions.</summary>
    private static bool IsInstalled(string folder) =>
        Directory.Exists(Path.Combine(folder, "node_modules", "co-wechat"))
        && File.Exists(Path.Combine(folder, Lock))
        && File.ReadAllText(Path.Combine(folder, Lock)) == File.ReadAllText(Path.Combine(Source, Lock));
}
