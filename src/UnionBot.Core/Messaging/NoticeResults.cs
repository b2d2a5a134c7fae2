using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Finds out which subscription notice (订阅通知) a result is about. The platform gives no id when it takes one, and names person, template
/// and an id of its own when it reports: so the first result is about the first notice that has none, and lends it the id.
/// </summary>
public sealed class NoticeResults(NpgsqlDataSource database, SendingRules rules, BusinessClock clock)
{
    /// <summary>Results come within seconds; what has none for so long gets none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    // Whoever sends and whoever takes the report may look at the same time: one after the other, and the second sees both.
    private const string LockSql =
        "SELECT 1 FROM notice_use WHERE person_id = ANY ($1) ORDER BY person_id, template_id FOR UPDATE";

    // The platform's time has whole seconds, and its clock is not ours.
    private const string MatchSql =
        """
        WITH form AS (SELECT * FROM unnest($2, $3) AS f (kind, template_id)),
        waiting AS (
            SELECT o.person_id, f.template_id, o.id AS message, o.period, NULL::int AS broadcast, o.begun_at AS at
              FROM outbound o JOIN form f USING (kind)
             WHERE o.person_id = ANY ($1) AND o.route = $4 AND o.status = $5 AND o.platform_id IS NULL AND o.begun_at > $6
             UNION ALL
            SELECT r.person_id, f.template_id, NULL, NULL, r.broadcast_id, m.begun_at
              FROM mass_send m JOIN mass_recipient r USING (broadcast_id) JOIN form f ON f.kind = $7
             WHERE r.person_id = ANY ($1) AND r.route = $4 AND r.status = $5 AND r.platform_id IS NULL AND m.begun_at > $6),
        notice AS (
            SELECT *, row_number() OVER w AS n, min(at) OVER w AS since
              FROM waiting WINDOW w AS (PARTITION BY person_id, template_id ORDER BY at, message, broadcast)),
        result AS (
            SELECT r.person_id, r.template_id, r.platform_id,
                   row_number() OVER (PARTITION BY r.person_id, r.template_id ORDER BY r.at, r.number, r.platform_id) AS n
              FROM delivery_report r
              JOIN (SELECT person_id, template_id, since FROM notice WHERE n = 1) AS first USING (person_id, template_id)
             WHERE r.kind = 2 AND r.at > first.since - interval '1 minute'
               AND NOT EXISTS (SELECT FROM outbound o WHERE o.person_id = r.person_id AND o.platform_id = r.platform_id)
               AND NOT EXISTS (SELECT FROM mass_recipient t WHERE t.person_id = r.person_id AND t.platform_id::text = r.platform_id)),
        pair AS (SELECT * FROM notice JOIN result USING (person_id, template_id, n)),
        alone AS (
            UPDATE outbound o SET platform_id = p.platform_id FROM pair p WHERE o.id = p.message AND o.period = p.period
            RETURNING o.platform_id),
        among_many AS (
            UPDATE mass_recipient r SET platform_id = p.platform_id::bigint
              FROM pair p WHERE r.broadcast_id = p.broadcast AND r.person_id = p.person_id AND p.platform_id ~ '^([0-9]{1,18}|[1-8][0-9]{18})$'
            RETURNING r.platform_id::text)
        SELECT platform_id FROM alone UNION ALL SELECT platform_id FROM among_many
        """;

    /// <returns>The ids that rows of these people have now and had not before.</returns>
    public async Task<string[]> MatchAsync(long[] people, CancellationToken ct)
    {
        if (people.Length == 0 || rules.Notices.Count == 0) return [];

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var held = new NpgsqlCommand(LockSql, connection) { Parameters = { Of(people) } }) await held.ExecuteNonQueryAsync(ct);

        var ids = new List<string>();
        await using (var command = Match(connection, people))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) ids.Add(row.GetString(0));
        }

        await transaction.CommitAsync(ct);
        return [.. ids];
    }

    private NpgsqlCommand Match(NpgsqlConnection connection, long[] people)
    {
        KeyValuePair<MessageKind, string>[] forms = [.. rules.Notices];
        return new NpgsqlCommand(MatchSql, connection)
        {
            Parameters =
            {
                Of(people),
                Arrays.Of(forms, f => (short)f.Key, NpgsqlDbType.Smallint),
                Arrays.Of(forms, f => f.Value, NpgsqlDbType.Text),
                Of((short)SendRoute.Notice),
                Of((short)OutboundStatus.Accepted),
                Of(clock.GetUtcNow() - Patience),
                Of((short)MessageKind.Broadcast),
            },
        };
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
