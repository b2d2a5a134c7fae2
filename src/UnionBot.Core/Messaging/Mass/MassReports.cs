using Npgsql;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Closes rows by what the platform reports of them. Of a list it tells numbers only, so a person's row says that the list was taken,
/// and the numbers stand with the list.
/// </summary>
public sealed class MassReports(NpgsqlDataSource database)
{
    // Only of what was sent not long ago: reports come within hours, and older broadcasts need not be searched.
    private const string PeopleSql =
        """
        UPDATE mass_recipient r SET status = CASE d.outcome WHEN 0 THEN 4 ELSE 5 END, error_code = coalesce(d.error_code, r.error_code)
          FROM delivery_report d, mass_send m
         WHERE d.platform_id = ANY ($1) AND d.kind IN (0, 2) AND d.outcome <> 3
           AND m.begun_at IS NOT NULL AND (m.ended_at IS NULL OR m.ended_at > d.at - interval '3 days')
           AND r.broadcast_id = m.broadcast_id AND r.person_id = d.person_id AND r.platform_id::text = d.platform_id AND r.status = 3
        """;

    private const string ListsSql =
        """
        WITH told AS (
            UPDATE mass_slice s SET total = d.total, filtered = d.filtered, sent = d.sent, failed = d.failed
              FROM delivery_report d WHERE d.platform_id = ANY ($1) AND d.kind = 1 AND s.platform_id = d.platform_id
            RETURNING s.broadcast_id, s.route, s.first_person, s.last_person, d.outcome, d.error_code)
        UPDATE mass_recipient r SET status = 5, error_code = t.error_code
          FROM told t WHERE t.outcome IN (1, 2) AND r.broadcast_id = t.broadcast_id AND r.route = t.route AND r.status = 3
           AND r.person_id BETWEEN t.first_person AND t.last_person
        """;

    /// <summary>Tells the ledger what is known by now of messages to single people.</summary>
    internal Task ClosePeopleAsync(string[] platformIds, CancellationToken ct) => CloseAsync(PeopleSql, platformIds, ct);

    /// <summary>The same of lists.</summary>
    internal Task CloseListsAsync(string[] platformIds, CancellationToken ct) => CloseAsync(ListsSql, platformIds, ct);

    private async Task CloseAsync(string sql, string[] platformIds, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = platformIds });
        await command.ExecuteNonQueryAsync(ct);
    }
}
