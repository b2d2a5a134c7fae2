using System.CommandLine;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Keys.Rotation;
using UnionBot.Web.Setup.Logs;

namespace UnionBot.Web.Commands;

/// <summary>Changes the key of the encrypted columns.</summary>
internal sealed class RotateKeysCommand : IBotCommand
{
    public Command Describe()
    {
        var command = new Command(
            "rotate-keys",
            "Change the key of the encrypted columns: with a private server make a new one, with a connection string take the " +
            "first of Encryption:Keys; then seal everything older anew and say which old key may be dropped. Safe while bots " +
            "run. May be stopped at any moment; run again, it goes on. The LookupKey is not changed. Code 1: not finished.");
        command.SetEdgeAction(async (settings, parsed, ct) =>
        {
            using var logs = BotLogging.CreateFactory(settings);
            await using var ground = await HostGround.PrepareAsync(settings, logs, TimeProvider.System, ct);
            await using var services = CommandEdge.Services(ground);
            await using var scope = services.CreateAsyncScope();

            var output = parsed.InvocationConfiguration.Output;
            var unfinished = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(output.WriteLine, ct);
            return unfinished is null ? ExitCodes.Ok : await StaffWork.RefuseAsync(parsed, unfinished);
        });
        return command;
    }
}
