using UnionBot.Web.Setup;

namespace UnionBot.SystemTests.Hosting;

/// <summary>The bot's program as an operator starts it, in a process of its own that can be killed.</summary>
public sealed class BotProcess : IDisposable
{
    private readonly ChildProgram _program;

    private BotProcess(ChildProgram program) => _program = program;

    public sealed record Ended(int ExitCode, string Output, string Errors);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var bot = Start(arguments, settings);
        return await bot.EndAsync();
    }

    public static BotProcess Start(string[] arguments, params (string Name, string Value)[] settings) =>
        StartFrom(typeof(BotHost).Assembly.Location, arguments, settings);

    /// <param name="program">The program's file, which may be a copy.</param>
    public static BotProcess StartFrom(string program, string[] arguments, params (string Name, string Value)[] settings) =>
        new(ChildProgram.Start(program, arguments, settings));

    /// <summary>Waits for its end.</summary>
    public async Task<Ended> EndAsync()
    {
        var (exitCode, output, errors) = await _program.EndAsync();
        return new Ended(exitCode, output, errors);
    }

    /// <summary>Waits until the bot says where it listens.</summary>
    public async Task<Uri> AddressAsync() => new(await _program.ReadAfterAsync("UnionBot listens on "));

    /// <exception cref="InvalidOperationException">It ended by itself; with what it said last.</exception>
    public Task RunsAsync() => _program.RunsAsync();

    public int Id => _program.Id;

    /// <summary>As by kill -9.</summary>
    public void Kill() => _program.Kill();

    /// <summary>As by Ctrl-C or a service manager.</summary>
    public Task<int> StopAsync(string signal = "-INT") => _program.StopAsync(signal);

    public void Dispose() => _program.Dispose();
}
