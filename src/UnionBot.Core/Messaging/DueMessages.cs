using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Claims due rows of the ledger for sending and records what became of them. A row that was claimed and whose sending
/// was never begun is claimed again once its lease runs out; one whose lease ran out while it was being sent may have
/// arrived: its outcome is unknown, and it is never sent again blindly.
/// </summary>
public sealed class DueMessages(
    NpgsqlDataSource database, MessageCiphers ciphers, DeliveryReports reports, BusinessClock clock, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const string ExpireSql = "UPDATE outbound SET status = $1 WHERE status = $2 AND not_after <= $3";

    private const string LoseSql =
        "UPDATE outbound SET status = $1, leased_until = NULL WHERE status = $2 AND leased_until < $3";

    private const string ClaimSql =
        """
        WITH due AS (
            SELECT id, period FROM outbound
             WHERE status = $1 AND not_before <= $2 AND (leased_until IS NULL OR leased_until < $3)
             ORDER BY not_before LIMIT $5 FOR UPDATE SKIP LOCKED
        ), claimed AS (
            UPDATE outbound o SET leased_until = $4
              FROM due WHERE o.id = due.id AND o.period = due.period
            RETURNING o.id, o.period, o.person_id, o.occasion, o.text, o.attempts, o.leased_until, o.notice)
        SELECT c.id, c.period, c.person_id, c.occasion, c.text, c.attempts, p.channel, p.address, p.address_hash,
               c.leased_until, c.notice
          FROM claimed c JOIN person p ON p.id = c.person_id
         ORDER BY c.id
        """;

    // Given to a repeated delivery, expired, or claimed by another host since: then it is not ours to send.
    private const string BeginSql =
        """
        UPDATE outbound SET status = $3, leased_until = $4, attempts = attempts + 1
         WHERE id = $1 AND period = $2 AND status = $5 AND leased_until = $6
        """;

    private const string RecordSql =
        """
        UPDATE outbound
           SET status = $3, not_before = COALESCE($4, not_before), error_code = $5, platform_id = $6, leased_until = NULL
         WHERE id = $1 AND period = $2
        """;

    private const string HoldSql = "UPDATE talk SET has_held = true WHERE person_id = $1";

    /// <summary>Claims up to <paramref name="most"/> due messages, oldest first.</summary>
    public async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(int most, CancellationToken ct)
    {
        var (now, real) = (clock.GetUtcNow(), time.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(ct);
        await RunAsync(connection, ExpireSql, [Of(OutboundStatus.Expired), Of(OutboundStatus.Queued), Of(now)], ct);
        await RunAsync(connection, LoseSql, [Of(OutboundStatus.Unknown), Of(OutboundStatus.Sending), Of(real)], ct);

        await using var command = new NpgsqlCommand(ClaimSql, connection);
        NpgsqlParameter[] parameters = [Of(OutboundStatus.Queued), Of(now), Of(real), Of(real + Lease), Of(most)];
        command.Parameters.AddRange(parameters);
        return await ReadAsync(command, ct);
    }

    /// <summary>Notes that sending begins now: from here on it may have arrived, whatever happens to this host.</summary>
    /// <returns>The message with this attempt counted; null when it is no longer ours to send.</returns>
    public async Task<ClaimedMessage?> BeginAsync(ClaimedMessage message, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var begun = await RunAsync(
            connection,
            BeginSql,
            [
                Of(message.Id), Of(message.Period), Of(OutboundStatus.Sending), Of(time.GetUtcNow() + Lease),
                Of(OutboundStatus.Queued), Of(message.LeasedUntil),
            ],
            ct);
        return begun == 0 ? null : message with { Attempts = message.Attempts + 1 };
    }

    public async Task RecordAsync(ClaimedMessage message, SendFate fate, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(RecordSql)
        {
            Parameters =
            {
                Of(message.Id),
                Of(message.Period),
                Of(fate.Status),
                Optional(clock.GetUtcNow() + fate.RetryAfter, NpgsqlDbType.TimestampTz),
                Optional(fate.ErrorCode, NpgsqlDbType.Integer),
                new NpgsqlParameter { Value = (object?)fate.PlatformId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        });
        if (fate.Status is OutboundStatus.HeldForContact)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(HoldSql) { Parameters = { Of(message.PersonId.Value) } });
        await batch.ExecuteNonQueryAsync(ct);

        // The report may have come before the platform's answer to us; committed by now, one of the two sees the other.
        if (fate.PlatformId is { } id) await reports.CloseAsync([id], ct);
    }

    private async Task<IReadOnlyList<ClaimedMessage>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var claimed = new List<ClaimedMessage>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var (person, occasion) = (new PersonId(row.GetInt64(2)), row.GetString(3));
            claimed.Add(new ClaimedMessage(
                row.GetInt64(0),
                row.GetFieldValue<DateOnly>(1),
                person,
                row.GetString(6),
                ciphers.OpenAddress(row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8)),
                ciphers.OpenText(row.GetFieldValue<byte[]>(4), person, occasion),
                row.GetInt16(5),
                row.GetFieldValue<DateTimeOffset>(9))
            {
                Notice = row.IsDBNull(10) ? null : ciphers.OpenNotice(row.GetFieldValue<byte[]>(10), person, occasion),
            });
        }

        return claimed;
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<short> Of(OutboundStatus status) => Of((short)status);

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Optional<T>(T? value, NpgsqlDbType type)
        where T : struct => new() { Value = value is { } given ? given : DBNull.Value, NpgsqlDbType = type };
}
