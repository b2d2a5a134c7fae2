using System.CommandLine;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Data;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Logs;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Commands;

/// <summary>The edge of every command: settings and ground before it, plain words and an exit code after it.</summary>
internal static class CommandEdge
{
    public static Option<string?> SettingsFile { get; } = new("--settings")
    {
        Description = "The settings file. Default: appsettings.json in the current folder or beside the program.",
        HelpName = "file",
        Recursive = true,
    };

    /// <summary>A command that needs the database, up to date and with proved keys, and the bot's services.</summary>
    public static void SetBotAction(this Command command, Func<CommandContext, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetEdgeAction(async (settings, parsed, ct) =>
        {
            using var logs = BotLogging.CreateFactory(settings);
            await using var ground = await HostGround.PrepareAsync(settings, logs, TimeProvider.System, ct);
            await using var services = Services(ground);
            await using var scope = services.CreateAsyncScope();
            await services.GetRequiredService<DatabasePreparation>().RunAsync(ct);
            await services.GetRequiredService<ImportedHolidays>().TakeUpAsync(ct);
            if (services.GetService<DemoClock>() is { } demo && !await demo.TryFollowAsync(ct))
                await parsed.InvocationConfiguration.Error.WriteLineAsync("The sandbox cannot be reached, so times are real ones.");

            return await run(new(scope.ServiceProvider, parsed.InvocationConfiguration.Output), parsed, ct);
        });

    /// <summary>A command that needs the settings only.</summary>
    public static void SetEdgeAction(this Command command, Func<BotSettings, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, ct) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            try
            {
                return await run(BotSettings.Load(parsed.GetValue(SettingsFile)), parsed, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await errors.WriteLineAsync("Stopped.");
                return ExitCodes.Failed;
            }
            catch (SetupException refusal)
            {
                await errors.WriteLineAsync(refusal.Message);
            }
            catch (BrokenFileException broken)
            {
                await errors.WriteLineAsync(broken.Message);
            }
            catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
            {
                await errors.WriteLineAsync($"The database cannot be used: {DatabaseFailure.ReasonOf(failure)}");
            }

            return ExitCodes.CannotRunHere;
        });

    public static ServiceProvider Services(HostGround ground)
    {
        var services = new ServiceCollection();
        services.AddGround(ground);
        Composition.AddServices(services, ground.Settings);
        return services.BuildServiceProvider();
    }
}
