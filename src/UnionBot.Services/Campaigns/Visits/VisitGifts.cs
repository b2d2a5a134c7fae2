using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Stock;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>Takes what is given from what the visitor carries, first what spoils first.</summary>
public sealed class VisitGifts(UnionDb db, BusinessClock clock)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="given">Things by name, with how many.</param>
    /// <returns>The first thing of which the visitors do not carry enough; null when all was given.</returns>
    internal async Task<string?> GiveAsync(Visit visit, IReadOnlyDictionary<string, int> given, CancellationToken ct)
    {
        foreach (var (item, count) in given.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!await GiveAsync(visit, item, count, ct)) return item;
        }

        return null;
    }

    private async Task<bool> GiveAsync(Visit visit, string item, int count, CancellationToken ct)
    {
        var carried = await db.Database.SqlQuery<Carried>(
            $"""
            SELECT c.staff_id AS "StaffId", c.lot_id AS "LotId", c.count AS "Count" FROM carried_stock c JOIN stock_lot l ON l.id = c.lot_id JOIN stock_item i ON i.id = l.item_id
             WHERE l.campaign_id = {visit.CampaignId} AND i.name = {item} AND c.count > 0 AND c.staff_id = ANY ({new[] { visit.LeadId, visit.SecondId ?? visit.LeadId }})
             ORDER BY l.expires_on NULLS LAST, l.id, c.staff_id FOR UPDATE OF c
            """).ToListAsync(ct);
        foreach (var lot in carried)
        {
            var part = Math.Min(count, lot.Count);
            await TakeAsync(visit.Id, lot, part, ct);
            if ((count -= part) == 0) return true;
        }

        return count == 0;
    }

    private async Task TakeAsync(long visit, Carried from, int count, CancellationToken ct)
    {
        var (kind, now) = ((short)StockMoveKind.Given, clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH taken AS (UPDATE carried_stock SET count = count - {count} WHERE staff_id = {from.StaffId} AND lot_id = {from.LotId}),
                 given AS (INSERT INTO visit_gift AS g (visit_id, lot_id, count) VALUES ({visit}, {from.LotId}, {count})
                           ON CONFLICT (visit_id, lot_id) DO UPDATE SET count = g.count + excluded.count)
            INSERT INTO stock_move (lot_id, kind, count, staff_id, visit_id, at) VALUES ({from.LotId}, {kind}, {count}, {from.StaffId}, {visit}, {now})
            """, ct);
    }

    private sealed record Carried(long StaffId, long LotId, int Count);
}
