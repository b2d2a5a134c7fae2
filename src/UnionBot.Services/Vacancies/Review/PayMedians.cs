using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>过高请核实: flags what waits and offers far more than its trade pays.</summary>
public sealed class PayMedians(UnionDb db, CheckWords words)
{
    /// <returns>How many were flagged, in the caller's transaction.</returns>
    public Task<int> FlagTooHighAsync(CancellationToken ct)
    {
        var (high, waiting, approved) = ((int)VacancyDoubts.PayTooHigh, (short)VacancyState.Waiting, (short)VacancyState.Approved);

        // Materialised: after a large import the planner takes the table for small, and would count the medians for every row.
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH usual AS MATERIALIZED (
                SELECT trade, percentile_cont(0.5) WITHIN GROUP (ORDER BY pay_month_fen) AS fen
                  FROM vacancy
                 WHERE trade IS NOT NULL AND pay_month_fen IS NOT NULL AND state IN ({waiting}, {approved})
                 GROUP BY trade HAVING count(*) >= {words.Pay.LeastKnown})
            UPDATE vacancy v SET flags = v.flags | {high}
              FROM usual
             WHERE usual.trade = v.trade AND v.state = {waiting} AND v.flags & {high} = 0
               AND v.pay_month_fen > usual.fen * {words.Pay.AboveMedian}
            """, ct);
    }
}
