using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Messages of which nobody knows whether they arrived, for staff to look after.</summary>
public sealed class UnknownOutcomes(UnionDb db, BusinessClock clock)
{
    // Older broadcasts nobody asks about any more; each is read as a whole.
    private static readonly TimeSpan WorthAsking = TimeSpan.FromDays(30);

    /// <param name="scope">Of whose people; those on no roster belong to the whole union.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<UnknownOutcome>> ListAsync(StaffScope scope, int most, CancellationToken ct)
    {
        var (isWhole, below) = (scope.IsWhole, scope.Below);
        return await db.Database.SqlQuery<UnknownOutcome>(
            $"""
            SELECT * FROM (
                SELECT id AS "Id", person_id AS "Person", occasion AS "Occasion", created_at AS "CreatedAt", attempts AS "Attempts"
                  FROM outbound WHERE status = 7
                UNION ALL
                SELECT r.broadcast_id, r.person_id, 'broadcast/' || r.broadcast_id, m.begun_at, r.attempts
                  FROM mass_send m JOIN mass_recipient r USING (broadcast_id)
                 WHERE m.begun_at > {clock.GetUtcNow() - WorthAsking} AND (r.status = 7 OR r.status = 1 AND m.state = 5)) unknown
             WHERE {isWhole} OR EXISTS (
                   SELECT 1 FROM member m JOIN organisation o ON o.id = m.organisation_id
                    WHERE m.person_id = unknown."Person" AND o.path LIKE ANY ({below}))
             ORDER BY "CreatedAt" DESC LIMIT {most}
            """).ToListAsync(ct);
    }
}

/// <summary>A message that may have arrived.</summary>
/// <param name="Id">Of a broadcast, its number.</param>
/// <param name="Occasion">Why it was said, such as <c>case/7/answer/2</c>.</param>
public sealed record UnknownOutcome(long Id, long Person, string Occasion, DateTimeOffset CreatedAt, short Attempts);
