using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Stock;

/// <summary>仓管's work: what comes in, goes out with a visitor, comes back or is lost. Each deed is one transaction with its line in the book of the lot.</summary>
public sealed class StockDesk(UnionDb db, AuditLog audit, BusinessClock clock)
{
    /// <returns>The number of the lot; null when there is no such campaign or thing, or the campaign is closed.</returns>
    public async Task<long?> ReceiveAsync(int campaign, string item, string warehouse, DateOnly? expiresOn, int count, AuditActor who, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var thing = await db.StockItems.Where(i => i.Name == item).Select(i => (int?)i.Id).SingleOrDefaultAsync(ct);
        if (thing is null || !await IsOpenAsync(campaign, ct)) return null;

        var lot = new StockLot(campaign, thing.Value, warehouse, expiresOn, count);
        db.Add(lot);
        await db.SaveChangesAsync(ct);
        await BookAsync(lot.Id, StockMoveKind.Received, count, null, null, ct);
        await EndAsync(who, "stock/received", lot.Id, null, ct);
        await transaction.CommitAsync(ct);
        return lot.Id;
    }

    /// <returns>Null when there is no such lot.</returns>
    public Task<int?> CampaignOfAsync(long lot, CancellationToken ct) => db.StockLots.Where(l => l.Id == lot).Select(l => (int?)l.CampaignId).SingleOrDefaultAsync(ct);

    /// <summary>领料: a visitor takes so many along.</summary>
    public Task<StockRefusal?> IssueAsync(long lot, long visitor, int count, AuditActor who, CancellationToken ct) =>
        DoAsync(lot, StockMoveKind.Issued, visitor, count, null, who, async () =>
        {
            if (await InStoreAsync(lot, -count, ct)) await CarryAsync(lot, visitor, count, ct);
            else return StockRefusal.NotEnoughInStore;

            return null;
        }, ct);

    /// <summary>退库.</summary>
    public Task<StockRefusal?> ReturnAsync(long lot, long visitor, int count, AuditActor who, CancellationToken ct) =>
        DoAsync(lot, StockMoveKind.Returned, visitor, count, null, who, async () =>
        {
            if (!await PutDownAsync(lot, visitor, count, ct)) return StockRefusal.NotCarried;

            await InStoreAsync(lot, count, ct);
            return null;
        }, ct);

    /// <summary>损耗: what a visitor carried is gone.</summary>
    public Task<StockRefusal?> LoseAsync(long lot, long visitor, int count, string reason, AuditActor who, CancellationToken ct) =>
        DoAsync(lot, StockMoveKind.Lost, visitor, count, reason, who, async () => await PutDownAsync(lot, visitor, count, ct) ? null : StockRefusal.NotCarried, ct);

    private async Task<StockRefusal?> DoAsync(
        long lot, StockMoveKind kind, long visitor, int count, string? reason, AuditActor who, Func<Task<StockRefusal?>> move, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await CampaignOfAsync(lot, ct) is not { } campaign) return StockRefusal.NoSuchLot;
        if (!await IsOpenAsync(campaign, ct)) return StockRefusal.Closed;
        if (kind is StockMoveKind.Issued && !await db.Visitors.AnyAsync(v => v.CampaignId == campaign && v.StaffId == visitor, ct)) return StockRefusal.NoVisitor;
        if (await move() is { } refusal) return refusal;

        await BookAsync(lot, kind, count, visitor, reason, ct);
        await EndAsync(who, $"stock/{Of(kind)}", lot, reason, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private Task<bool> IsOpenAsync(int campaign, CancellationToken ct) => db.Campaigns.AnyAsync(c => c.Id == campaign && c.State != CampaignState.Closed, ct);

    private async Task<bool> InStoreAsync(long lot, int change, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"UPDATE stock_lot SET in_store = in_store + {change} WHERE id = {lot} AND in_store + {change} >= 0", ct) == 1;

    private Task<int> CarryAsync(long lot, long visitor, int count, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO carried_stock AS c (staff_id, lot_id, count) VALUES ({visitor}, {lot}, {count}) ON CONFLICT (staff_id, lot_id) DO UPDATE SET count = c.count + excluded.count", ct);

    private async Task<bool> PutDownAsync(long lot, long visitor, int count, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"UPDATE carried_stock SET count = count - {count} WHERE staff_id = {visitor} AND lot_id = {lot} AND count >= {count}", ct) == 1;

    private Task<int> BookAsync(long lot, StockMoveKind kind, int count, long? visitor, string? reason, CancellationToken ct)
    {
        var (number, now) = ((short)kind, clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO stock_move (lot_id, kind, count, staff_id, at, reason) VALUES ({lot}, {number}, {count}, {visitor}, {now}, {reason})", ct);
    }

    private async Task EndAsync(AuditActor who, string deed, long lot, string? reason, CancellationToken ct)
    {
        audit.Add(who, deed, $"stock-lot/{lot}", clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
    }

    private static string Of(StockMoveKind kind) => kind switch
    {
        StockMoveKind.Issued => "issued",
        StockMoveKind.Returned => "returned",
        StockMoveKind.Lost => "lost",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>Why stock was not moved.</summary>
public enum StockRefusal
{
    NoSuchLot,

    /// <summary>The campaign is over: nothing is given any more.</summary>
    Closed,

    /// <summary>Whoever should carry it is no visitor of the campaign.</summary>
    NoVisitor,
    NotEnoughInStore,

    /// <summary>They do not carry so many.</summary>
    NotCarried,
}
