using System.Diagnostics;
using System.Globalization;
using UnionBot.Web.Setup;

namespace UnionBot.SystemTests.Hosting;

/// <summary>The bot's program as an operator starts it, in a process of its own that can be killed.</summary>
public sealed class BotProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private BotProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public sealed record Ended(int ExitCode, string Output, string Errors);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var bot = Start(arguments, settings);
        var output = await bot._process.StandardOutput.ReadToEndAsync();
        await bot._process.WaitForExitAsync();
        return new Ended(bot._process.ExitCode, output, await bot._errors);
    }

    public static BotProcess Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var program = Path.ChangeExtension(typeof(BotHost).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the bot says where it listens.</summary>
    public async Task<Uri> AddressAsync()
    {
        const string Before = "UnionBot listens on ";
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Before, StringComparison.Ordinal)) return new Uri(line[Before.Length..]);
        }

        throw new InvalidOperationException($"The bot ended: {await _errors}");
    }

    /// <summary>As by kill -9.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As by Ctrl-C or a service manager.</summary>
    public async Task<int> StopAsync(string signal = "-INT")
    {
        Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
