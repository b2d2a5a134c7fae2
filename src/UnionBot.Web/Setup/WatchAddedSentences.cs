using UnionBot.Chat.Understanding;
using UnionBot.Core.Data;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup;

/// <summary>Learns what staff added, on every host within seconds, while turns go on with what was learnt before.</summary>
internal sealed class WatchAddedSentences(
    IServiceScopeFactory scopes,
    CurrentUnderstanding understanding,
    DatabasePreparation preparation,
    UnderstandingFiles files,
    TimeProvider time,
    ILogger<WatchAddedSentences> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Of the files alone.</summary>
    private string _version = "0/0";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (preparation.IsDone) await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
            {
                logger.LogDebug("What staff added cannot be read now: {Reason}", DatabaseFailure.ReasonOf(failure));
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<AddedSentenceBook>();
        var version = await book.VersionAsync(ct);
        if (version == _version) return;

        var added = await book.ReadAsync(ct);
        var learnt = await Task.Run(
            () => files.Learn([.. added.Select(a => a.Sentence)]), ct);
        understanding.Exchange(learnt);
        _version = version;
        logger.LogInformation("{Count} sentences that staff added are in force", added.Count - learnt.Conflicts.Count);
        foreach (var conflict in learnt.Conflicts)
        {
            // The sentence itself may be a person's words.
            logger.LogWarning("A sentence added to {Target} is left out: {Reason} See: knowledge conflicts", conflict.Sentence.Target, conflict.Reason);
        }
    }
}
