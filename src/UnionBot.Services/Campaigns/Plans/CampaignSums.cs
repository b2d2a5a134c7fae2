using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>Whether visits, stock and money of a campaign tell the same.</summary>
public sealed class CampaignSums(UnionDb db)
{
    private const string Differences =
        """
        SELECT (SELECT coalesce(sum(c.count), 0) FROM carried_stock c JOIN stock_lot l ON l.id = c.lot_id WHERE l.campaign_id = {0})::int AS "Carried",
               (SELECT coalesce(sum(abs(l.received - l.in_store - coalesce(c.count, 0) - coalesce(m.lost, 0) - coalesce(g.given, 0))), 0)
                  FROM stock_lot l
                  LEFT JOIN (SELECT lot_id, sum(count) AS count FROM carried_stock GROUP BY 1) c ON c.lot_id = l.id
                  LEFT JOIN (SELECT lot_id, sum(count) AS lost FROM stock_move WHERE kind = 5 GROUP BY 1) m ON m.lot_id = l.id
                  LEFT JOIN (SELECT lot_id, sum(count) AS given FROM visit_gift GROUP BY 1) g ON g.lot_id = l.id
                 WHERE l.campaign_id = {0})::int AS "Stock",
               abs((SELECT coalesce(sum(paid_fen), 0) FROM budget_line WHERE campaign_id = {0})
                 - (SELECT coalesce(sum(paid_fen), 0) FROM visit WHERE campaign_id = {0} AND state = 1))::bigint AS "Money"
        """;

    /// <returns>What visitors still carry, and by how much the books differ; all 0 when everything agrees.</returns>
    public async Task<IReadOnlyList<GateLack>> DifferencesAsync(int campaign, CancellationToken ct)
    {
        var found = await db.Database.SqlQueryRaw<Found>(Differences, campaign).SingleAsync(ct);
        return
        [
            new GateLack(Lack.StillCarried, found.Carried),
            new GateLack(Lack.StockDiffers, found.Stock),
            new GateLack(Lack.MoneyDiffers, (int)Math.Min(found.Money, int.MaxValue)),
        ];
    }

    private sealed record Found(int Carried, int Stock, long Money);
}
