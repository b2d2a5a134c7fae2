using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// What staff do with broadcasts, each within their own part of the tree. Each deed is one transaction with its entry in the
/// audit; of two upon the same version one is refused.
/// </summary>
public sealed class BroadcastRegister(
    UnionDb db, StaffRights rights, BroadcastChecks checks, BroadcastArticles articles, MassLedger ledger, AuditLog audit, BusinessClock clock)
{
    private const int MostListed = 200;

    public static IReadOnlyList<RoleKind> Writing { get; } = [RoleKind.Operator];

    public static IReadOnlyList<RoleKind> Releasing { get; } = [RoleKind.Approver];

    /// <summary>Who may stop one, or let it go on.</summary>
    public static IReadOnlyList<RoleKind> Steering { get; } = [RoleKind.Operator, RoleKind.Approver];

    public static IReadOnlyList<RoleKind> Reading { get; } = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor];

    /// <returns>Those of the reader's part of the tree, the newest first.</returns>
    public async Task<IReadOnlyList<Broadcast>> ListAsync(long reader, CancellationToken ct) =>
        await Within(await rights.ScopeAsync(reader, [.. Reading], ct)).AsNoTracking()
            .OrderByDescending(b => b.Id).Take(MostListed).ToListAsync(ct);

    /// <returns>Null when there is none of this number in the reader's part of the tree.</returns>
    public async Task<Broadcast?> FindAsync(int number, long reader, CancellationToken ct) =>
        await Within(await rights.ScopeAsync(reader, [.. Reading], ct)).AsNoTracking().SingleOrDefaultAsync(b => b.Id == number, ct);

    /// <summary>Whether somebody may write to an audience: it is all in their part of the tree.</summary>
    public async Task<bool> MayWriteToAsync(Audience audience, long staff, CancellationToken ct) =>
        await RefuseWriterAsync(audience, staff, ct) is null;

    /// <summary>Keeps a new draft, unless something is wrong with it.</summary>
    public async Task<SavedBroadcast> CreateAsync(BroadcastContent content, long staff, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await RefuseWriterAsync(content.Audience, staff, ct) is { } refusal) return new(null, refusal, []);
        if (checks.ProblemsOf(content, now).ToArray() is { Length: > 0 } problems) return new(null, null, problems);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var broadcast = new Broadcast(content, staff, now);
        db.Add(broadcast);
        await db.SaveChangesAsync(ct);
        await NoteAsync(staff, "broadcast/written", broadcast.Id, null, ct);
        await transaction.CommitAsync(ct);
        return new(broadcast.Id, null, []);
    }

    /// <summary>Changes one that is not being sent yet; what was released must be released again.</summary>
    /// <param name="seen">The version that was looked at.</param>
    public async Task<SavedBroadcast> ChangeAsync(int number, int seen, BroadcastContent content, long staff, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await RefuseWriterAsync(content.Audience, staff, ct) is { } tooWide) return new(null, tooWide, []);
        if (checks.ProblemsOf(content, now).ToArray() is { Length: > 0 } problems) return new(null, null, problems);

        var refusal = await DoAsync(number, staff, Writing, "broadcast/changed", null, broadcast =>
            broadcast.TryChange(content, staff, seen, now, out var why) ? null : why, ct);
        return new(refusal is null ? number : null, refusal, []);
    }

    /// <param name="reason">For what the people were chosen.</param>
    public Task<BroadcastRefusal?> ApproveAsync(int number, int seen, string reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Releasing, "broadcast/approved", reason, async broadcast =>
        {
            var now = clock.GetUtcNow();
            if (!broadcast.TryApprove(staff, seen, reason, now, out var why)) return why;
            if (checks.ProblemsOf(broadcast.Content, now).Any()) return BroadcastRefusal.NotSendable;

            return await articles.AreAsChosenAsync(broadcast.Content, ct) switch
            {
                true => null,
                false => BroadcastRefusal.ArticlesChanged,
                null => BroadcastRefusal.NoAnswer,
            };
        }, ct);

    public Task<BroadcastRefusal?> PauseAsync(int number, int seen, string? reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Steering, "broadcast/paused", reason, async broadcast =>
        {
            if (!broadcast.TryPause(seen, itself: false, out var why)) return why;
            await ledger.PauseAsync(number, ct);
            return null;
        }, ct);

    public Task<BroadcastRefusal?> ResumeAsync(int number, int seen, string? reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Steering, "broadcast/resumed", reason, async broadcast =>
        {
            if (!broadcast.TryResume(seen, clock.GetUtcNow(), out var why)) return why;
            return await ledger.StartAsync(number, broadcast.NotBefore, broadcast.NotAfter, ct) ? null : BroadcastRefusal.Over;
        }, ct);

    public Task<BroadcastRefusal?> CancelAsync(int number, int seen, string? reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Steering, "broadcast/cancelled", reason, async broadcast =>
        {
            if (!broadcast.TryCancel(seen, clock.GetUtcNow(), out var why)) return why;
            if (broadcast.StartedAt is not null) await ledger.CancelAsync(number, ct);
            return null;
        }, ct);

    /// <summary>Who did what with it, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> HistoryAsync(int number, CancellationToken ct)
    {
        var subject = SubjectOf(number);
        return await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == subject)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostListed).ToListAsync(ct);
    }

    /// <summary>How the audit names a broadcast.</summary>
    public static string SubjectOf(int number) => string.Create(CultureInfo.InvariantCulture, $"broadcast/{number}");

    private Task<BroadcastRefusal?> DoAsync(
        int number, long staff, IReadOnlyList<RoleKind> roles, string deed, string? reason, Func<Broadcast, BroadcastRefusal?> change, CancellationToken ct) =>
        DoAsync(number, staff, roles, deed, reason, broadcast => Task.FromResult(change(broadcast)), ct);

    private async Task<BroadcastRefusal?> DoAsync(
        int number, long staff, IReadOnlyList<RoleKind> roles, string deed, string? reason, Func<Broadcast, Task<BroadcastRefusal?>> change, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(staff, [.. roles], ct);
        if (!scope.IsAnything) return BroadcastRefusal.NoRole;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM broadcast WHERE id = {number} FOR UPDATE", ct);
        db.ChangeTracker.Clear();
        if (await Within(scope).SingleOrDefaultAsync(b => b.Id == number, ct) is not { } broadcast) return BroadcastRefusal.Unknown;
        if (await change(broadcast) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        await NoteAsync(staff, deed, number, reason, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task NoteAsync(long staff, string deed, int number, string? reason, CancellationToken ct)
    {
        audit.Add(AuditActor.Staff(staff), deed, SubjectOf(number), clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
    }

    private async Task<BroadcastRefusal?> RefuseWriterAsync(Audience audience, long staff, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(staff, [.. Writing], ct);
        if (!scope.IsAnything) return BroadcastRefusal.NoRole;

        var path = audience.OrganisationId is { } node
            ? await db.Set<Organisation>().Where(o => o.Id == node).Select(o => o.Path).SingleOrDefaultAsync(ct)
            : null;
        var isKnown = audience.OrganisationId is null || path is not null;
        return isKnown && scope.Covers(path) ? null : BroadcastRefusal.TooWide;
    }

    /// <summary>What is for the whole union is for roles over the whole union.</summary>
    private IQueryable<Broadcast> Within(StaffScope scope)
    {
        var (isWhole, below) = (scope.IsWhole, scope.Below);
        return db.Broadcasts.Where(broadcast => isWhole || db.Set<Organisation>().Any(
            node => node.Id == broadcast.OrganisationId && below.Any(path => EF.Functions.Like(node.Path, path))));
    }
}

/// <summary>What became of an attempt to save a broadcast.</summary>
/// <param name="Number">Of the broadcast; null when it was not saved.</param>
/// <param name="Refusal">Why the member of staff may not; null when they may.</param>
/// <param name="Problems">What is wrong with what they wrote.</param>
public sealed record SavedBroadcast(int? Number, BroadcastRefusal? Refusal, IReadOnlyList<BroadcastProblem> Problems);
