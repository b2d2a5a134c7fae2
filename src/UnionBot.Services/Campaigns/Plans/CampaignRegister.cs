using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Money;
using UnionBot.Services.Campaigns.Targets;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>
/// What staff do with campaigns, each within their own part of the tree. Each deed is one transaction with its entry in the audit; of two
/// upon the same version one is refused.
/// </summary>
public sealed class CampaignRegister(
    UnionDb db, StaffRights rights, CampaignBook book, TargetFreeze targets, StageGates gates, AuditLog audit, BusinessClock clock)
{
    public static IReadOnlyList<RoleKind> Planning { get; } = [RoleKind.Operator];

    public static IReadOnlyList<RoleKind> Approving { get; } = [RoleKind.Approver];

    /// <summary>Who moves it on, stops it, or gives out its visits.</summary>
    public static IReadOnlyList<RoleKind> Running { get; } = [RoleKind.Operator, RoleKind.VisitorLead];

    public static IReadOnlyList<RoleKind> Reading { get; } = [RoleKind.Operator, RoleKind.Approver, RoleKind.VisitorLead, RoleKind.Auditor];

    /// <returns>Those of the reader's part of the tree, the newest first.</returns>
    public async Task<IReadOnlyList<Campaign>> ListAsync(long reader, CancellationToken ct) =>
        await Within(await rights.ScopeAsync(reader, [.. Reading], ct)).AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(ct);

    /// <returns>Null when there is none of this number in the reader's part of the tree.</returns>
    public async Task<Campaign?> FindAsync(int number, long reader, CancellationToken ct) =>
        await Within(await rights.ScopeAsync(reader, [.. Reading], ct)).AsNoTracking().SingleOrDefaultAsync(c => c.Id == number, ct);

    public async Task<IReadOnlyList<CampaignStage>> StagesAsync(int number, CancellationToken ct) =>
        await db.CampaignStages.AsNoTracking().Where(s => s.CampaignId == number).OrderBy(s => s.Ordinal).ToListAsync(ct);

    /// <summary>Keeps a new draft with its stages, kit and budget.</summary>
    /// <returns>Its number, or why there is none.</returns>
    public async Task<(int? Number, CampaignRefusal? Refusal)> CreateAsync(CampaignContent content, long staff, CancellationToken ct)
    {
        if (await RefusePlanAsync(content, staff, ct) is { } refused) return (null, refused);
        if (await db.Campaigns.AnyAsync(c => c.OrganisationId == content.OrganisationId && c.Title == content.Title.Trim(), ct)) return (null, CampaignRefusal.TitleTaken);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var campaign = new Campaign(content, staff, clock.GetUtcNow());
        db.Add(campaign);
        await db.SaveChangesAsync(ct);
        await WriteAsync(campaign.Id, content, ct);
        Note(staff, "campaign/written", campaign.Id, null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (campaign.Id, null);
    }

    /// <summary>Changes the plan of one whose targets are not fixed yet; what was approved must be approved again.</summary>
    /// <param name="seen">The version that was looked at.</param>
    public async Task<CampaignRefusal?> ChangeAsync(int number, int seen, CampaignContent content, long staff, CancellationToken ct) =>
        await RefusePlanAsync(content, staff, ct) ??
            await DoAsync(number, staff, Planning, "campaign/changed", null, async campaign =>
            {
                if (!campaign.TryChange(content, staff, seen, clock.GetUtcNow(), out var why)) return why;

                await db.CampaignStages.Where(s => s.CampaignId == number).ExecuteDeleteAsync(ct);
                await db.CampaignKits.Where(k => k.CampaignId == number).ExecuteDeleteAsync(ct);
                await db.BudgetLines.Where(l => l.CampaignId == number).ExecuteDeleteAsync(ct);
                await WriteAsync(number, content, ct);
                return null;
            }, ct);

    public Task<CampaignRefusal?> ApproveAsync(int number, int seen, string reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Approving, "campaign/approved", reason, campaign =>
            Task.FromResult(campaign.TryApprove(staff, seen, clock.GetUtcNow(), out var why) ? null : why), ct);

    /// <summary>Fixes who is gone to, for the first time or anew.</summary>
    /// <param name="reason">Why these, in the words of whoever does it.</param>
    public async Task<(FrozenTargets? Frozen, CampaignRefusal? Refusal)> FreezeAsync(int number, int seen, string reason, long staff, CancellationToken ct)
    {
        FrozenTargets? frozen = null;
        var refusal = await DoAsync(number, staff, Planning, "campaign/frozen", reason, async campaign =>
        {
            if (!campaign.TryFreeze(seen, clock.GetUtcNow(), out var why)) return why;

            frozen = await targets.WriteAsync(campaign, ct);
            return null;
        }, ct);
        return (frozen, refusal);
    }

    public Task<CampaignRefusal?> PauseAsync(int number, int seen, string reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Running, "campaign/paused", reason, campaign => Task.FromResult(campaign.TryPause(seen, out var why) ? null : why), ct);

    public Task<CampaignRefusal?> ResumeAsync(int number, int seen, string reason, long staff, CancellationToken ct) =>
        DoAsync(number, staff, Running, "campaign/resumed", reason, campaign => Task.FromResult(campaign.TryResume(seen, out var why) ? null : why), ct);

    /// <summary>Passes the first stage that is open, if its gate is met. After the last one the campaign is closed.</summary>
    /// <returns>Why not: the refusal, and what the gate still lacks.</returns>
    public async Task<(CampaignRefusal? Refusal, IReadOnlyList<GateLack> Lacks)> PassAsync(int number, int seen, long staff, CancellationToken ct)
    {
        IReadOnlyList<GateLack> lacks = [];
        var refusal = await DoAsync(number, staff, Running, "campaign/stage-passed", null, async campaign =>
        {
            if (campaign.Version != seen) return CampaignRefusal.Changed;

            var open = await db.CampaignStages.Where(s => s.CampaignId == number && s.PassedAt == null).OrderBy(s => s.Ordinal).Take(2).ToListAsync(ct);
            if (open.Count == 0) return CampaignRefusal.Over;

            lacks = await gates.CheckAsync(campaign, open[0].Gate, ct);
            if (lacks.Count > 0) return CampaignRefusal.GateShut;

            open[0].Pass(staff, clock.GetUtcNow());
            return open.Count > 1 || campaign.TryClose(seen, clock.GetUtcNow(), out var why) ? null : why;
        }, ct);
        return (refusal, lacks);
    }

    /// <summary>How the audit names a campaign.</summary>
    public static string SubjectOf(int number) => string.Create(CultureInfo.InvariantCulture, $"campaign/{number}");

    private async Task<CampaignRefusal?> RefusePlanAsync(CampaignContent content, long staff, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(staff, [.. Planning], ct);
        var path = await db.Set<Organisation>().Where(o => o.Id == content.OrganisationId).Select(o => o.Path).SingleOrDefaultAsync(ct);
        if (path is null || !scope.Covers(path)) return CampaignRefusal.NoRole;

        return await targets.UnreadOfAsync(content.Audience, content.OrganisationId, ct) is null ? null : CampaignRefusal.AudienceUnread;
    }

    private async Task WriteAsync(int number, CampaignContent content, CancellationToken ct)
    {
        var kind = book.Find(content.Kind) ?? throw new ArgumentException($"There is no kind of campaign '{content.Kind}'.", nameof(content));
        foreach (var (ordinal, stage) in kind.Stages.Index())
        {
            db.Add(new CampaignStage(
                number, (short)ordinal, stage.Title, stage.Gate, stage.From.In(content.FirstDay, content.LastDay), stage.Until.In(content.FirstDay, content.LastDay)));
        }

        foreach (var line in content.Budget) db.Add(new BudgetLine(number, line.Source, line.PlannedFen));
        foreach (var thing in content.Kit) db.Add(new CampaignKit(number, await ItemAsync(thing, ct), thing.Count));
    }

    private async Task<int> ItemAsync(KitPlan thing, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO stock_item (name, unit) VALUES ({thing.Item}, {thing.Unit}) ON CONFLICT (name) DO NOTHING", ct);
        return await db.StockItems.Where(i => i.Name == thing.Item).Select(i => i.Id).SingleAsync(ct);
    }

    private async Task<CampaignRefusal?> DoAsync(
        int number, long staff, IReadOnlyList<RoleKind> roles, string deed, string? reason, Func<Campaign, Task<CampaignRefusal?>> change, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(staff, [.. roles], ct);
        if (!scope.IsAnything) return CampaignRefusal.NoRole;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM campaign WHERE id = {number} FOR UPDATE", ct);
        db.ChangeTracker.Clear();
        if (await Within(scope).SingleOrDefaultAsync(c => c.Id == number, ct) is not { } campaign) return CampaignRefusal.Unknown;
        if (await change(campaign) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        Note(staff, deed, number, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private void Note(long staff, string deed, int number, string? reason) =>
        audit.Add(AuditActor.Staff(staff), deed, SubjectOf(number), clock.GetUtcNow(), reason);

    private IQueryable<Campaign> Within(StaffScope scope)
    {
        if (scope.IsWhole) return db.Campaigns;

        var below = scope.Below;
        return db.Campaigns.Where(c => db.Set<Organisation>().Any(o => o.Id == c.OrganisationId && below.Any(path => EF.Functions.Like(o.Path, path))));
    }
}
