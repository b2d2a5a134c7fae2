using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>Finds the photo of another visit that looks most like one, among all that were hashed.</summary>
internal sealed class LookAlikes(UnionDb db, PhotoRules rules)
{
    /// <summary>Of those that are equally near the first one. One that came after a photo of this visit that looks the same is itself the copy.</summary>
    /// <param name="before">Only photos with a smaller id are compared: the later one is the copy.</param>
    public async Task<LookAlike?> FindAsync(long hash, long before, long visit, CancellationToken ct)
    {
        // OFFSET 0 keeps the planner from reading the whole table, which it takes for cheaper than so many look-ups.
        var near = HashPieces.Near(hash, rules.LookAlikeBits);
        return (await db.Database.SqlQuery<LookAlike>(
            $"""
            WITH near AS (SELECT id, visit_id, bits FROM (
                SELECT n.id, n.visit_id, bit_count((n.hash # {hash})::bit(64))::int AS bits FROM unnest({near[0]}) v, LATERAL (
                    SELECT p.id, p.visit_id, p.hash FROM proof_photo p WHERE ((p.hash >> 48) & 65535)::int = v AND p.hash IS NOT NULL OFFSET 0) n
                UNION ALL SELECT n.id, n.visit_id, bit_count((n.hash # {hash})::bit(64))::int AS bits FROM unnest({near[1]}) v, LATERAL (
                    SELECT p.id, p.visit_id, p.hash FROM proof_photo p WHERE ((p.hash >> 32) & 65535)::int = v AND p.hash IS NOT NULL OFFSET 0) n
                UNION ALL SELECT n.id, n.visit_id, bit_count((n.hash # {hash})::bit(64))::int AS bits FROM unnest({near[2]}) v, LATERAL (
                    SELECT p.id, p.visit_id, p.hash FROM proof_photo p WHERE ((p.hash >> 16) & 65535)::int = v AND p.hash IS NOT NULL OFFSET 0) n
                UNION ALL SELECT n.id, n.visit_id, bit_count((n.hash # {hash})::bit(64))::int AS bits FROM unnest({near[3]}) v, LATERAL (
                    SELECT p.id, p.visit_id, p.hash FROM proof_photo p WHERE (p.hash & 65535)::int = v AND p.hash IS NOT NULL OFFSET 0) n) candidate
             WHERE bits <= {rules.LookAlikeBits} AND id < {before})
            SELECT id AS "Id", bits AS "Bits" FROM near
             WHERE visit_id <> {visit} AND NOT EXISTS (SELECT 1 FROM near own WHERE own.visit_id = {visit} AND own.id < near.id)
             ORDER BY bits, id LIMIT 1
            """).ToListAsync(ct)).SingleOrDefault();
    }
}

/// <param name="Bits">In how many bits the hashes differ.</param>
internal sealed record LookAlike(long Id, int Bits);
