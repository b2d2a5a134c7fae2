using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Data;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup;

/// <summary>Takes up what staff changed or imported, on every host within seconds, while turns go on with what was learnt before.</summary>
internal sealed class WatchStaffChanges(
    StaffKnowledge knowledge,
    ImportedHolidays holidays,
    DatabasePreparation preparation,
    TimeProvider time,
    ILogger<WatchStaffChanges> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (preparation.IsDone) await holidays.TakeUpAsync(stoppingToken);
                if (preparation.IsDone && await knowledge.TakeUpAsync(learn: true, stoppingToken)) ConversationServices.GiveBackMemory();
            }
            catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
            {
                logger.LogDebug("What staff changed cannot be read now: {Reason}", DatabaseFailure.ReasonOf(failure));
            }
            catch (IOException failure)
            {
                logger.LogWarning("What staff changed is not in force yet, since no temporary files can be written: {Reason}", failure.Message);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
