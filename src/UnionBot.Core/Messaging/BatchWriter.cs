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
                   typed_at = CASE t.kind WHEN 0 THEN t.sent_at ELSE talk.typed_at END,
                   tapped_at = CASE WHEN t.kind IN (1, 2, 3, 10) THEN t.sent_at ELSE talk.tapped_at END
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

    /// <summary>Writes decided turns, and keeps messages whose turns need more than a batch can give, in one transaction.</summary>
    /// <returns>The people whose turns were written.</returns>
    public static async Task<HashSet<long>> WriteAsync(
        NpgsqlConnection connection,
        IReadOnlyList<SealedTurn> turns,
        IReadOnlyList<KeptMessage> kept,
        DateTimeOffset now,
        CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (turns.Count > 0) batch.BatchCommands.Add(Commit(turns, now));
        if (kept.Count > 0) batch.BatchCommands.Add(Keep(kept, now));
        if (batch.BatchCommands.Count == 0) return [];

        var written = new HashSet<long>(turns.Count);
        await using var row = await batch.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) written.Add(row.GetInt64(0));
        while (await row.NextResultAsync(ct)) continue;
        return written;
    }

    private static NpgsqlBatchCommand Commit(IReadOnlyList<SealedTurn> turns, DateTimeOffset now) => new(CommitSql)
    {
        Parameters =
        {
            Arrays.Of(turns, t => t.Talk.PersonId.Value, NpgsqlDbType.Bigint),
            Arrays.Of(turns, t => t.Talk.Version, NpgsqlDbType.Integer),
            Arrays.Of(turns, t => t.State, NpgsqlDbType.Bytea),
            Arrays.Of(turns, t => t.Item.Delivery.SentAt, NpgsqlDbType.TimestampTz),
            Arrays.Of(turns, t => t.Item.Key, NpgsqlDbType.Bytea),
            Arrays.Of(turns, t => (short)t.Item.Delivery.Kind, NpgsqlDbType.Smallint),
            Arrays.Of(turns, t => t.Body, NpgsqlDbType.Bytea),
            Arrays.Of(turns, t => t.Occasion, NpgsqlDbType.Text),
            Arrays.Of(turns, t => t.Text, NpgsqlDbType.Bytea),
            Arrays.Of(turns, t => (short)t.Status, NpgsqlDbType.Smallint),
            Moment(now),
            Moment(now + GoodFor),
        },
    };

    private static NpgsqlBatchCommand Keep(IReadOnlyList<KeptMessage> messages, DateTimeOffset now) => new(KeepSql)
    {
        Parameters =
        {
            Arrays.Of(messages, m => m.PersonId.Value, NpgsqlDbType.Bigint),
            Arrays.Of(messages, m => m.SentAt, NpgsqlDbType.TimestampTz),
            Arrays.Of(messages, m => m.Key, NpgsqlDbType.Bytea),
            Arrays.Of(messages, m => (short)m.Kind, NpgsqlDbType.Smallint),
            Arrays.Of(messages, m => m.Body, NpgsqlDbType.Bytea),
            Arrays.Of(messages, m => m.Secret, NpgsqlDbType.Bytea),
            Moment(now),
        },
    };

    private static NpgsqlParameter<DateTimeOffset> Moment(DateTimeOffset moment) =>
        new NpgsqlParameter<DateTimeOffset> { TypedValue = moment, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>A message to be kept before it is answered.</summary>
/// <param name="Secret">The words with their numbers, sealed; null when nothing was masked.</param>
internal sealed record KeptMessage(
    PersonId PersonId, DateTimeOffset SentAt, byte[] Key, InputKind Kind, byte[] Body, byte[]? Secret);
