using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Commits the turns of a batch in one statement. A turn whose talk has moved on since it was loaded (another host was
/// faster) is left out whole: neither its message, nor its state, nor its answer is written.
/// </summary>
internal static class BatchWriter
{
    /// <summary>An answer that could not be given within a day is no longer worth giving.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    private const string CommitSql =
        """
        WITH turn AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                AS t (person_id, version, state, sent_at, key, kind, body, occasion, text, status)
        ), moved AS (
            UPDATE talk
               SET version = talk.version + 1, state = t.state, last_at = t.sent_at,
                   typed_at = CASE t.kind WHEN 0 THEN t.sent_at ELSE talk.typed_at END
              FROM turn t
             WHERE talk.person_id = t.person_id AND talk.version = t.version
            RETURNING talk.person_id
        ), heard AS (
            INSERT INTO inbound (person_id, sent_at, key, kind, body, received_at, answered_at)
            SELECT person_id, sent_at, key, kind, body, $11, $11 FROM turn JOIN moved USING (person_id)
        ), said AS (
            INSERT INTO outbound (period, person_id, occasion, text, status, created_at, not_before, not_after)
            SELECT date_trunc('month', sent_at AT TIME ZONE 'UTC')::date, person_id, occasion, text, status, $11, $11, $12
              FROM turn JOIN moved USING (person_id) WHERE text IS NOT NULL
        )
        SELECT person_id FROM moved
        """;

    private const string KeepSql =
        """
        INSERT INTO inbound (person_id, sent_at, key, kind, body, secret, received_at)
        SELECT t.*, $7 FROM unnest($1, $2, $3, $4, $5, $6) AS t
            ON CONFLICT DO NOTHING
        """;

    /// <returns>The people whose turns were written.</returns>
    public static async Task<HashSet<long>> CommitAsync(
        NpgsqlConnection connection, IReadOnlyList<SealedTurn> turns, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(CommitSql, connection);
        command.Parameters.Add(Arrays.Of(turns, t => t.Talk.PersonId.Value, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(turns, t => t.Talk.Version, NpgsqlDbType.Integer));
        command.Parameters.Add(Arrays.Of(turns, t => t.State, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(turns, t => t.Item.Delivery.SentAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Arrays.Of(turns, t => t.Item.Key, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(turns, t => (short)t.Item.Delivery.Kind, NpgsqlDbType.Smallint));
        command.Parameters.Add(Arrays.Of(turns, t => t.Body, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(turns, t => t.Occasion, NpgsqlDbType.Text));
        command.Parameters.Add(Arrays.Of(turns, t => t.Text, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(turns, t => (short)t.Status, NpgsqlDbType.Smallint));
        command.Parameters.Add(Moment(now));
        command.Parameters.Add(Moment(now + GoodFor));

        var written = new HashSet<long>(turns.Count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) written.Add(reader.GetInt64(0));
        return written;
    }

    /// <summary>Keeps messages whose turns need more than a batch can give, so that they may be acknowledged.</summary>
    public static async Task KeepAsync(
        NpgsqlConnection connection, IReadOnlyList<KeptMessage> messages, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(KeepSql, connection);
        command.Parameters.Add(Arrays.Of(messages, m => m.PersonId.Value, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(messages, m => m.SentAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Arrays.Of(messages, m => m.Key, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(messages, m => (short)m.Kind, NpgsqlDbType.Smallint));
        command.Parameters.Add(Arrays.Of(messages, m => m.Body, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(messages, m => m.Secret, NpgsqlDbType.Bytea));
        command.Parameters.Add(Moment(now));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<DateTimeOffset> Moment(DateTimeOffset moment) =>
        new NpgsqlParameter<DateTimeOffset> { TypedValue = moment, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>A message to be kept before it is answered.</summary>
/// <param name="Secret">The words with their numbers, sealed; null when nothing was masked.</param>
internal sealed record KeptMessage(
    PersonId PersonId, DateTimeOffset SentAt, byte[] Key, InputKind Kind, byte[] Body, byte[]? Secret);
