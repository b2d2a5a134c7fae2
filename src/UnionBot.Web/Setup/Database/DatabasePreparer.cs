using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Database;

/// <summary>Prepares a database that was not there when the bot started, as soon as it is.</summary>
internal sealed class DatabasePreparer(
    DatabasePreparation preparation,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DatabasePreparer> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!preparation.IsDone)
        {
            try
            {
                await preparation.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
            {
                logger.LogWarning("The database cannot be reached yet: {Reason}", DatabaseFailure.ReasonOf(failure));
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (SetupException refusal)
            {
                logger.LogCritical("The bot stops: {Reason}", refusal.Message);
                Environment.ExitCode = Commands.ExitCodes.CannotRunHere;
                lifetime.StopApplication();
                return;
            }
        }
    }
}
