using System.Diagnostics;

namespace UnionBot.Benchmarks.Peers;

/// <summary>A peer written for Node.js, installed once beside the build's output.</summary>
internal static class NodePackage
{
    private const string Lock = "package-lock.json";

    /// <param name="folder">Below <c>Peers</c>, with its files.</param>
    /// <param name="dependency">A package that is there when it is installed.</param>
    /// <returns>Where it is installed.</returns>
    public static async Task<string> InstallAsync(string lasting, string folder, string dependency, CancellationToken ct)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Peers", folder);
        var target = Path.Combine(lasting, dependency);
        Directory.CreateDirectory(target);
        var isInstalled = IsInstalled(source, target, dependency);
        foreach (var file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        if (isInstalled) return target;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = target })!;
        await npm.WaitForExitAsync(ct);
        return npm.ExitCode == 0 ? target : throw new InvalidOperationException($"npm could not install {dependency}.");
    }

    /// <summary>By an earlier run, and in the same versions.</summary>
    private static bool IsInstalled(string source, string target, string dependency) =>
        Directory.Exists(Path.Combine(target, "node_modules", dependency))
        && File.Exists(Path.Combine(target, Lock))
        && File.ReadAllText(Path.Combine(target, Lock)) == File.ReadAllText(Path.Combine(source, Lock));
}
