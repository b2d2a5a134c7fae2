using System.CommandLine;
using Npgsql;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Logs;

namespace UnionBot.Web.Commands;

/// <summary>Brings the database up to date.</summary>
internal sealed class MigrateCommand : IBotCommand
{
    public Command Describe()
    {
        var command = new Command("migrate", "Bring the database up to this program's version. Safe while the bot runs.");
        command.SetEdgeAction(async (settings, parsed, ct) =>
        {
            using var logs = BotLogging.CreateFactory(settings);
            await using var ground = await HostGround.PrepareAsync(settings, logs, TimeProvider.System, ct);
            await using var services = CommandEdge.Services(ground);

            var made = await DatabaseSchema.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
            await services.GetRequiredService<KeyProofs>().CheckAsync(ct);
            await RegionFiles.LoadAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
            foreach (var migration in made) await parsed.InvocationConfiguration.Output.WriteLineAsync($"Done: {migration}");
            await parsed.InvocationConfiguration.Output.WriteLineAsync("The database is up to date.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
