using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>Pays from the first line of the budget that has so much left, and counts it for the household's year over all campaigns.</summary>
public sealed class VisitPayments(UnionDb db)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="household">Null for a site.</param>
    /// <param name="at">When it was paid; UTC.</param>
    internal async Task<(long? Line, VisitRefusal? Refusal)> PayAsync(Campaign campaign, Household? household, long fen, DateTimeOffset at, CancellationToken ct)
    {
        if (fen == 0) return (null, null);

        var line = await db.Database.SqlQuery<long>(
            $"""
            UPDATE budget_line SET paid_fen = paid_fen + {fen}
             WHERE id = (SELECT id FROM budget_line WHERE campaign_id = {campaign.Id} AND planned_fen - paid_fen >= {fen} ORDER BY source LIMIT 1 FOR UPDATE)
            RETURNING id AS "Value"
            """).ToListAsync(ct);
        if (line.Count == 0) return (null, VisitRefusal.OverBudget);
        if (household is not null && !await CountAsync(household.Id, (short)UnionCalendar.DayOf(at).Year, fen, campaign.CeilingFen, ct)) return (null, VisitRefusal.OverCeiling);

        return (line[0], null);
    }

    private async Task<bool> CountAsync(long household, short year, long fen, long? ceiling, CancellationToken ct) =>
        (ceiling is null || fen <= ceiling) && await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO household_year AS y (household_id, year, paid_fen, ceiling_fen) VALUES ({household}, {year}, {fen}, {ceiling})
            ON CONFLICT (household_id, year) DO UPDATE SET paid_fen = y.paid_fen + excluded.paid_fen, ceiling_fen = excluded.ceiling_fen
              WHERE excluded.ceiling_fen IS NULL OR y.paid_fen + excluded.paid_fen <= excluded.ceiling_fen
            """, ct) == 1;
}
