using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Broadcasts that go by a tag (标签) of the account, made for them, filled with their people and removed afterwards. One host at a time is at
/// one of them; each step may be done again, so whoever takes over goes on where the ledger stands.
/// </summary>
public sealed class MassTags(NpgsqlDataSource database, SendingRules rules, BusinessClock clock, TimeProvider time)
{
    private static readonly MessageKind[] Kinds = Enum.GetValues<MessageKind>();

    // The platform may still be at a send when it has taken it: its tag is needed until it reports, or a day.
    private const string FindSql =
        """
        SELECT t.broadcast_id, t.name, t.tag_id, m.kind, t.claims + 1, m.state > 3
          FROM mass_tag t JOIN mass_send m USING (broadcast_id)
         WHERE (t.leased_until IS NULL OR t.leased_until < $2) AND (t.not_before IS NULL OR t.not_before <= $1)
           AND (t.state = 0 AND m.state = 1 AND m.not_before <= $1 AND m.not_after > $1 AND m.kind = ANY ($3) AND NOT (SELECT is_stopped FROM send_switch)
                OR t.state < 2 AND m.state > 3 AND (m.ended_at < $1 - interval '1 day' OR NOT EXISTS (
                   SELECT FROM mass_slice s WHERE s.broadcast_id = t.broadcast_id AND s.platform_id IS NOT NULL AND s.total IS NULL)))
         ORDER BY t.broadcast_id LIMIT 1 FOR UPDATE OF t SKIP LOCKED
        """;

    private const string TakeSql = "UPDATE mass_tag SET claims = $2, leased_until = $3, not_before = NULL WHERE broadcast_id = $1";

    private const string RenewSql =
        """
        UPDATE mass_tag t SET leased_until = $3 FROM mass_send m
         WHERE t.broadcast_id = $1 AND t.claims = $2 AND m.broadcast_id = t.broadcast_id
        RETURNING m.state = 1 AND m.not_after > $4 AND NOT (SELECT is_stopped FROM send_switch)
        """;

    private const string NameSql = "UPDATE mass_tag SET tag_id = $3 WHERE broadcast_id = $1 AND claims = $2";

    private const string LetGoSql = "UPDATE mass_tag SET leased_until = NULL, not_before = $3 WHERE broadcast_id = $1 AND claims = $2";

    private const string RemovedSql = "UPDATE mass_tag SET state = 2, leased_until = NULL WHERE broadcast_id = $1 AND claims = $2";

    /// <summary>Takes the next one in hand.</summary>
    /// <returns>Null when there is nothing to do now.</returns>
    public async Task<TagWork?> ClaimAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await FindAsync(connection, now, ct) is not { } work) return null;

        await using var take = new NpgsqlCommand(TakeSql, connection)
        {
            Parameters = { Of(work.BroadcastId), Of(work.Claim), Of(time.GetUtcNow() + rules.Lease) },
        };
        await take.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return work;
    }

    /// <summary>Keeps it in hand.</summary>
    /// <returns>Whether to go on: it is ours, and nobody has stopped it.</returns>
    public async Task<bool> RenewAsync(TagWork work, CancellationToken ct)
    {
        await using var command = Command(RenewSql, work, Of(time.GetUtcNow() + rules.Lease), Of(clock.GetUtcNow()));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Keeps the platform's number of the tag.</summary>
    public Task NameAsync(TagWork work, int tagId, CancellationToken ct) => RunAsync(Command(NameSql, work, Of(tagId)), ct);

    /// <summary>Lets it go.</summary>
    /// <param name="pause">Before it is looked at again; null for none.</param>
    public Task LetGoAsync(TagWork work, TimeSpan? pause, CancellationToken ct) => RunAsync(
        Command(LetGoSql, work, new NpgsqlParameter { Value = (object?)(clock.GetUtcNow() + pause) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }), ct);

    /// <summary>The tag is gone.</summary>
    public Task RemovedAsync(TagWork work, CancellationToken ct) => RunAsync(Command(RemovedSql, work), ct);

    private async Task<TagWork?> FindAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FindSql, connection)
        {
            Parameters = { Of(now), Of(time.GetUtcNow()), Of(await KindsAsync(connection, now, ct)) },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new TagWork(
                row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), (MessageKind)row.GetInt16(3), row.GetInt32(4), row.GetBoolean(5))
            : null;
    }

    /// <summary>Kinds of messages that may be sent at this time.</summary>
    private async Task<short[]> KindsAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        var silent = await SilentDays.FromAsync(connection, UnionCalendar.DayOf(now), ct);
        return [.. Kinds.Where(kind => rules.Times.FirstFor(kind, now, silent) <= now).Select(kind => (short)kind)];
    }

    private NpgsqlCommand Command(string sql, TagWork work, params NpgsqlParameter[] more)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange((NpgsqlParameter[])[Of(work.BroadcastId), Of(work.Claim), .. more]);
        return command;
    }

    private static async Task RunAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using (command) await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

/// <summary>A broadcast by a tag that this host is at.</summary>
/// <param name="Name">Of the tag, as staff see it in the back office.</param>
/// <param name="TagId">The platform's number of it; null while it is not made.</param>
/// <param name="Claim">Counts who had it in hand: only the latest writes.</param>
/// <param name="IsOver">Whether the broadcast is over, so that the tag is to go.</param>
public sealed record TagWork(int BroadcastId, string Name, int? TagId, MessageKind Kind, int Claim, bool IsOver);
