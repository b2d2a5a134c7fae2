using Microsoft.Extensions.Logging;
using Npgsql;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Loads, decides and commits the turns of many people in two round trips. A turn that needs the database, has effects
/// or fails is kept and left to be run alone, so that it cannot hold up or spoil the others.
/// </summary>
internal sealed partial class BatchTurns(
    NpgsqlDataSource database,
    MessagePartitions partitions,
    TalkLoader loader,
    TurnDecider decider,
    TurnSealer sealer,
    GivenAnswers given,
    BatchConversation conversation,
    BusinessClock clock,
    ILogger<BatchTurns> log)
{
    private static readonly Leftovers Nothing = new([], []);

    /// <returns>What this batch could not finish.</returns>
    public async Task<Leftovers> AnswerAsync(IReadOnlyList<InboxItem> batch, CancellationToken ct)
    {
        try
        {
            return await LoadDecideCommitAsync(batch, ct);
        }
        catch (PostgresException e) when (IsAboutTheBatch(e))
        {
            LogSpoilt(log, batch.Count, e.SqlState);
            return await KeepAllAsync(batch, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The lane must live on: it works again as soon as the database does.
            LogNotKept(log, batch.Count, e);
            foreach (var item in batch) item.Complete(new InboxAnswer.NotKept());
            return Nothing;
        }
    }

    private async Task<Leftovers> LoadDecideCommitAsync(IReadOnlyList<InboxItem> batch, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var item in batch) await partitions.EnsureAsync(item.Delivery.SentAt, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await loader.LoadAsync(connection, batch, now, ct);

        var turns = new List<SealedTurn>(batch.Count);
        var alone = new List<InboxItem>();
        foreach (var item in batch)
        {
            if (item.Talk!.Message is MessageFate.Answered) item.Complete(await given.FindAsync(connection, item, ct));
            else if (Decide(item, ct) is { } turn) turns.Add(turn);
            else alone.Add(item);
        }

        return new Leftovers(alone, await WriteAsync(connection, turns, alone, now, ct));
    }

    /// <returns>Null when the turn has to be run alone.</returns>
    private SealedTurn? Decide(InboxItem item, CancellationToken ct)
    {
        var talk = item.Talk!;
        if (talk.Message is not MessageFate.New || talk.HasHeld || !BatchConversation.Takes(item.Delivery.Kind)) return null;
        if (talk.IsLeftAt(item.Delivery.SentAt)) return null;

        try
        {
            var masked = NumberMask.Apply(item.Delivery.Text).Text;
            var decision = decider.DecideAsync(conversation.Value, talk, MessageReader.Read(item.Delivery, masked, talk), ct);
            if (!decision.IsCompletedSuccessfully || decision.Result.Effects.Count > 0) return null;
            return sealer.Seal(item, decision.Result, masked);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever went wrong with one turn must not spoil the others: run alone, it fails for its own person only.
            if (e is not NeedsOwnTransactionException) LogTurnFailed(log, talk.PersonId.Value, e);
            return null;
        }
    }

    /// <returns>Whose talk has meanwhile been changed by another host.</returns>
    private async Task<IReadOnlyList<InboxItem>> WriteAsync(
        NpgsqlConnection connection,
        List<SealedTurn> turns,
        IReadOnlyList<InboxItem> alone,
        DateTimeOffset now,
        CancellationToken ct)
    {
        // Two hosts that meet the same people lock them in the same order.
        turns.Sort((a, b) => a.Talk.PersonId.Value.CompareTo(b.Talk.PersonId.Value));
        KeptMessage[] kept = [.. alone.Where(i => i.Talk!.Message is MessageFate.New).Select(sealer.SealKept)];
        var written = await BatchWriter.WriteAsync(connection, turns, kept, now, ct);

        foreach (var item in alone) item.Keep();
        var again = new List<InboxItem>();
        foreach (var turn in turns)
        {
            if (!written.Contains(turn.Talk.PersonId.Value))
            {
                again.Add(turn.Item);
                continue;
            }

            turn.Item.Keep();
            turn.Item.Complete(turn.Answer);
        }

        return again;
    }

    // Something in the batch offends the database; kept one by one, it can only offend alone.
    private async Task<Leftovers> KeepAllAsync(IReadOnlyList<InboxItem> batch, CancellationToken ct)
    {
        var open = batch.Where(i => !i.Answer.IsCompleted).ToArray();
        var kept = new List<InboxItem>();
        foreach (var item in open)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                await loader.LoadAsync(connection, [item], clock.GetUtcNow(), ct);
                await WriteAsync(connection, [], [item], clock.GetUtcNow(), ct);
                kept.Add(item);
            }
            catch (NpgsqlException e)
            {
                LogNotKept(log, 1, e);
                item.Complete(new InboxAnswer.NotKept());
            }
        }

        return new Leftovers(kept, []);
    }

    // Classes 2x (data) and 40 (deadlock, serialisation): the server is well, it is this batch that it refuses.
    private static bool IsAboutTheBatch(PostgresException e) =>
        e.SqlState.StartsWith('2') || e.SqlState.StartsWith("40", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} messages was refused by the database ({SqlState}); running them alone")]
    private static partial void LogSpoilt(ILogger log, int count, string sqlState);

    [LoggerMessage(LogLevel.Error, "{Count} messages could not be kept; the platform will deliver them again")]
    private static partial void LogNotKept(ILogger log, int count, Exception e);

    [LoggerMessage(LogLevel.Error, "The turn of person {PersonId} failed in a batch; running it alone")]
    private static partial void LogTurnFailed(ILogger log, long personId, Exception e);
}

/// <summary>What a batch could not finish.</summary>
/// <param name="ToRunAlone">Kept; each needs a transaction of its own.</param>
/// <param name="ToDecideAgain">Decided on a state that another host has meanwhile changed.</param>
internal sealed record Leftovers(IReadOnlyList<InboxItem> ToRunAlone, IReadOnlyList<InboxItem> ToDecideAgain);
