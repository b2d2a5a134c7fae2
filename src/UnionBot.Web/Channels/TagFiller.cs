using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels;

/// <summary>
/// Makes the tags that broadcasts go by, puts their people under them, and removes them when they have served. What is sent by them is sent by
/// <see cref="MassSender"/>.
/// </summary>
internal sealed partial class TagFiller(
    MassTags tags, MassTagPeople people, MassOutcomes outcomes, IMassChannel channel, TimeProvider time, ILogger<TagFiller> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan NextTry = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await tags.ClaimAsync(stoppingToken) is { } work) await WorkAsync(work, stoppingToken);
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                // What was in hand is found by its lease.
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
            }
        }
    }

    private async Task WorkAsync(TagWork work, CancellationToken ct)
    {
        if (work.IsOver)
        {
            await RemoveAsync(work, ct);
            return;
        }

        var stopped = await FillAsync(work, ct);
        if (stopped is null) LogFilled(log, work.BroadcastId);
        else await StopAsync(work, stopped, ct);
    }

    /// <returns>Why it could not be ended; null when its list can be sent.</returns>
    private async Task<SendFate?> FillAsync(TagWork work, CancellationToken ct)
    {
        if (work.TagId is not { } tag)
        {
            var made = await channel.MakeTagAsync(work.Name, ct);
            if (made.Id is not { } id) return made.Fate;

            await tags.NameAsync(work, id, ct);
            tag = id;
        }

        if (await AddAsync(work, tag, ct) is { } notAdded) return notAdded;

        if (!await tags.RenewAsync(work, ct)) return Interrupted;

        await people.BeginAsync(work, ct);
        if (await TakeOutAsync(work, tag, ct) is { } notTaken) return notTaken;

        await people.ReadyAsync(work, ct);
        return null;
    }

    private async Task<SendFate?> AddAsync(TagWork work, int tag, CancellationToken ct)
    {
        for (var after = 0L; await people.MissingAsync(work, after, ct) is { Count: > 0 } missing; after = missing[^1].PersonId.Value)
        {
            if (!await tags.RenewAsync(work, ct)) return Interrupted;

            var added = await channel.TagAsync(tag, missing, on: true, ct);
            await people.MarkAsync(work, added, ct);
            if (added.FirstOrDefault(IsOpen) is { } open) return open.Fate;
        }

        return null;
    }

    private async Task<SendFate?> TakeOutAsync(TagWork work, int tag, CancellationToken ct)
    {
        while (await people.LeftOutAsync(work, ct) is { Count: > 0 } leftOut)
        {
            if (!await tags.RenewAsync(work, ct)) return Interrupted;

            // Who is nobody to the platform carries nothing.
            var removed = await channel.TagAsync(tag, leftOut, on: false, ct);
            await people.UnmarkAsync(work, [.. removed.Where(r => !IsOpen(r)).Select(r => r.Attempt)], ct);
            if (removed.FirstOrDefault(IsOpen) is { } open) return open.Fate;
        }

        return null;
    }

    private async Task RemoveAsync(TagWork work, CancellationToken ct)
    {
        await people.PutBackAsync(work, ct);
        var removed = work.TagId is not { } tag ? true : await channel.RemoveTagAsync(tag, ct);
        if (removed is null && work.TagId is { } crowded && await EmptyAsync(work, crowded, ct)) removed = await channel.RemoveTagAsync(crowded, ct);
        if (removed is true) await tags.RemovedAsync(work, ct);
        else await tags.LetGoAsync(work, NextTry, ct);
    }

    private async Task<bool> EmptyAsync(TagWork work, int tag, CancellationToken ct)
    {
        for (var after = 0L; await people.ToldAsync(work, after, ct) is { Count: > 0 } told; after = told[^1].PersonId.Value)
        {
            await tags.RenewAsync(work, ct);
            if ((await channel.TagAsync(tag, told, on: false, ct)).Any(IsOpen)) return false;
        }

        return true;
    }

    private async Task StopAsync(TagWork work, SendFate why, CancellationToken ct)
    {
        if (why.Closes is Closing.Template || why.IsAccountWide)
        {
            LogRefused(log, work.BroadcastId, why.ErrorCode);
            await outcomes.HaltAsync(work.BroadcastId, why.ErrorCode ?? 0, ct);
        }

        await tags.LetGoAsync(work, why.RetryAfter, ct);
    }

    private static readonly SendFate Interrupted = new(OutboundStatus.Queued);

    private static bool IsOpen(MassOutcome outcome) => outcome.Fate.Status is not (OutboundStatus.Accepted or OutboundStatus.Failed);

    [LoggerMessage(LogLevel.Warning, "Filling tags waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Broadcast {BroadcastId}: its tag is filled")]
    private static partial void LogFilled(ILogger log, int broadcastId);

    [LoggerMessage(LogLevel.Error, "Broadcast {BroadcastId} is halted: its tag is refused (errcode {ErrorCode})")]
    private static partial void LogRefused(ILogger log, int broadcastId, int? errorCode);
}
