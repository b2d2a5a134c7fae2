using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>In which parts the people of something that goes to many are told.</summary>
internal sealed class MassParts(UnionDb db, SendingRules rules)
{
    private static readonly SendRoute[] Routes = Enum.GetValues<SendRoute>();

    /// <summary>Writes down the parts.</summary>
    /// <remarks>
    /// Parts of one way are of the same size but for one person, so that no list is left with somebody alone. The moment belongs to
    /// the key by which the platform knows a list: after a restored backup the numbers may come again.
    /// </remarks>
    public Task AddAsync(int broadcastId, CancellationToken ct)
    {
        var routes = Routes.Select(route => (short)route).ToArray();
        var sizes = Routes.Select(rules.Mass.SizeOf).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH size AS (
                SELECT r.route, count(*) AS people, ceil(count(*)::numeric / max(s.size))::bigint AS parts
                  FROM mass_recipient r JOIN unnest({routes}, {sizes}) AS s (route, size) ON s.route = r.route
                 WHERE r.broadcast_id = {broadcastId} AND r.status = 0 GROUP BY r.route),
            person AS (
                SELECT route, person_id, row_number() OVER (PARTITION BY route ORDER BY person_id) - 1 AS n
                  FROM mass_recipient WHERE broadcast_id = {broadcastId} AND status = 0),
            part AS (
                SELECT route, n * parts / people AS n, min(person_id) AS first, max(person_id) AS last
                  FROM person JOIN size USING (route) GROUP BY 1, 2),
            numbered AS (SELECT *, row_number() OVER (ORDER BY route, n) AS number FROM part)
            INSERT INTO mass_slice (broadcast_id, number, route, first_person, last_person, client_key)
            SELECT {broadcastId}, number, route, first, last,
                   {broadcastId} || '-' || number || '-' || to_hex(extract(epoch FROM m.frozen_at)::bigint)
              FROM numbered CROSS JOIN mass_send m WHERE m.broadcast_id = {broadcastId}
            """, ct);
    }

    /// <summary>
    /// Writes down that it goes by a tag, where that costs less. The name is known before there is a tag: one whose making was not
    /// answered is found by it.
    /// </summary>
    /// <param name="people">How many are to be told.</param>
    public async Task AddTagAsync(int broadcastId, long people, CancellationToken ct)
    {
        if (!MassCost.Of(people, rules).ByTag) return;

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mass_tag (broadcast_id, name)
            SELECT m.broadcast_id, '群发 ' || m.broadcast_id || '-' || to_hex(extract(epoch FROM m.frozen_at)::bigint)
              FROM mass_send m JOIN mass_slice s ON s.broadcast_id = m.broadcast_id AND s.number = 1 AND s.route = 4
             WHERE m.broadcast_id = {broadcastId}
            """, ct);
    }
}
