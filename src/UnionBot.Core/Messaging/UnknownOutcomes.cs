using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Messages of which nobody knows whether they arrived, for staff to look after.</summary>
public sealed class UnknownOutcomes(UnionDb db)
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<UnknownOutcome>> ListAsync(int most, CancellationToken ct) =>
        await db.Database.SqlQuery<UnknownOutcome>(
            $"""
            SELECT id AS "Id", person_id AS "Person", occasion AS "Occasion", created_at AS "CreatedAt", attempts AS "Attempts"
              FROM outbound WHERE status = 7 ORDER BY created_at DESC LIMIT {most}
            """).ToListAsync(ct);
}

/// <summary>A message that may have arrived.</summary>
/// <param name="Occasion">Why it was said, such as <c>case/7/answer/2</c>.</param>
public sealed record UnknownOutcome(long Id, long Person, string Occasion, DateTimeOffset CreatedAt, short Attempts);
