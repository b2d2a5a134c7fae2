using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// Every minute: fixes the people of what is due and lets it be sent, pauses what fails too often, and ends what nothing waits
/// for any more. A broadcast is one transaction, so a host that dies in between leaves it as it was.
/// </summary>
internal sealed class SendDueBroadcasts(
    UnionDb db,
    AudienceReader audiences,
    BroadcastArticles articles,
    MassLedger ledger,
    BroadcastLimits limits,
    PauseNotices notices,
    AuditLog audit,
    BusinessClock clock) : IJob
{
    public static string Name => "broadcasts/send-due";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(1));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        BroadcastState[] open = [BroadcastState.Approved, BroadcastState.Sending, BroadcastState.Paused];
        var now = clock.GetUtcNow();
        var waiting = await db.Broadcasts.Where(b => open.Contains(b.State) && b.NotBefore <= now).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(ct);
        var done = 0;
        foreach (var number in waiting)
        {
            if (await WorkAsync(number, ct)) done++;
        }

        return new JobReport(done, waiting.Count - done);
    }

    /// <returns>Whether anything changed.</returns>
    private async Task<bool> WorkAsync(int number, CancellationToken ct)
    {
        // The platform is asked before the broadcast is locked: it may take its time.
        var seen = await db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == number, ct);
        var asChosen = seen.State is BroadcastState.Approved ? await articles.AreAsChosenAsync(seen.Content, ct) : true;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM broadcast WHERE id = {number} FOR UPDATE", ct);
        db.ChangeTracker.Clear();
        var broadcast = await db.Broadcasts.SingleAsync(b => b.Id == number, ct);
        if (broadcast.Version != seen.Version) return false;

        var deed = broadcast.State is BroadcastState.Approved ? await BeginAsync(broadcast, asChosen, ct) : await WatchAsync(broadcast, ct);
        if (deed is null) return false;

        audit.Add(AuditActor.System, deed, BroadcastRegister.SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <param name="asChosen">Whether its articles, if any, are what was released; null when the platform does not say yet.</param>
    /// <returns>What was done; null when nothing was.</returns>
    private async Task<string?> BeginAsync(Broadcast broadcast, bool? asChosen, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= broadcast.NotAfter) return broadcast.TryCancel(broadcast.Version, now, out _) ? "broadcast/missed" : null;
        if (asChosen is not true) return asChosen is false ? await RecallAsync(broadcast, ct) : null;

        // Read before it has begun itself, or it would count against its own people.
        var sql = await audiences.SqlAsync(broadcast.Content, ct);
        if (!broadcast.TryStart(now)) return null;

        await ledger.FreezeAsync(new MassAudience(broadcast.Id, SendingTerms.Of(broadcast.Purpose), sql.People), ct);
        await ledger.StartAsync(broadcast.Id, broadcast.NotBefore, broadcast.NotAfter, ct);
        return "broadcast/started";
    }

    private async Task<string?> RecallAsync(Broadcast broadcast, CancellationToken ct)
    {
        await notices.AddRecallAsync(broadcast, ct);
        return broadcast.TryRecall() ? "broadcast/articles-changed" : null;
    }

    private async Task<string?> WatchAsync(Broadcast broadcast, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var send = await ledger.ReadAsync(broadcast.Id, ct);
        if (send is null or { State: MassState.Finished }) return broadcast.TryFinish(now) ? "broadcast/finished" : null;
        if (broadcast.State is not BroadcastState.Sending) return null;

        var isHalted = send.State is MassState.Halted;
        if (!isHalted && !limits.IsTooMuch(await ledger.CountsAsync(broadcast.Id, ct))) return null;

        if (!broadcast.TryPause(broadcast.Version, itself: true, out _)) return null;
        if (!isHalted) await ledger.PauseAsync(broadcast.Id, ct);
        await notices.AddAsync(broadcast, ct);
        return "broadcast/paused-itself";
    }
}
