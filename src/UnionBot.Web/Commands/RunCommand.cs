using System.CommandLine;
using UnionBot.Web.Setup;

namespace UnionBot.Web.Commands;

/// <summary>Runs the bot until it is told to stop.</summary>
internal sealed class RunCommand : IBotCommand
{
    public Command Describe()
    {
        var command = new Command("run", "Run the bot until Ctrl-C. This is what happens without a command, too.");
        SetAction(command);
        return command;
    }

    public static void SetAction(Command command) => command.SetEdgeAction(async (settings, parsed, ct) =>
    {
        await using var bot = await BotHost.StartAsync(settings, ct);
        var output = parsed.InvocationConfiguration.Output;
        foreach (var address in bot.Addresses) await output.WriteLineAsync($"UnionBot listens on {address}");
        foreach (var address in bot.ManagementAddresses) await output.WriteLineAsync($"Metrics and health on {address}");

        await bot.WaitForShutdownAsync(ct);
        return Environment.ExitCode;
    });
}
