using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Hands out the parts of what goes to many, one at a time to whichever host asks. Policy and what the account may send are looked at
/// in the transaction that takes a part in hand; hosts do so one after the other, so that no two broadcasts meet in one person.
/// </summary>
public sealed class MassClaims(NpgsqlDataSource database, QuotaLedger quotas, MassBeginning beginning, SendingRules rules, BusinessClock clock, TimeProvider time)
{
    private const short Waiting = 0;
    private const short InHand = 1;
    private const short Done = 2;

    private static readonly MessageKind[] Kinds = Enum.GetValues<MessageKind>();

    private const string WhetherSql =
        "SELECT (SELECT coalesce(array_agg(day), '{}') FROM silent_day WHERE day >= $1) WHERE EXISTS (SELECT FROM mass_send WHERE state = 1)";

    // What a host that died had in hand is found by its lease, also when its broadcast has paused and goes on now. The broadcast is
    // held with the part: whoever stops it waits for a part that is being taken, and then sees it in hand.
    private const string FindSql =
        """
        SELECT s.broadcast_id, s.number, s.route, m.kind, s.first_person, s.last_person, s.claims + 1, s.client_key, s.called_at, s.draft_id, t.tag_id, s.draft_at
          FROM mass_send m JOIN mass_slice s USING (broadcast_id) LEFT JOIN mass_tag t USING (broadcast_id)
         WHERE m.state = 1 AND m.not_before <= $1 AND m.not_after > $1 AND m.kind = ANY ($3) AND s.route = ANY ($4)
           AND (s.state = 0 AND (s.not_before IS NULL OR s.not_before <= $1) OR s.state = 1 AND s.leased_until < $2)
           AND NOT (SELECT is_stopped FROM send_switch) AND t.state IS DISTINCT FROM 0
         ORDER BY s.broadcast_id, s.number LIMIT 1 FOR UPDATE OF s SKIP LOCKED FOR SHARE OF m
        """;

    private const string TakeSql =
        """
        UPDATE mass_slice SET state = $3, claims = $4, leased_until = $5, not_before = $6, called_at = CASE WHEN $7 THEN $8 ELSE called_at END
         WHERE broadcast_id = $1 AND number = $2
        """;

    private const string BeginSendSql = "UPDATE mass_send SET begun_at = $2 WHERE broadcast_id = $1 AND begun_at IS NULL";

    private const string FinishSql =
        """
        UPDATE mass_send m SET state = 5, ended_at = $1
         WHERE m.state = 1 AND NOT EXISTS (
               SELECT FROM mass_slice s WHERE s.broadcast_id = m.broadcast_id
                  AND (m.not_after > $1 AND s.state <> 2 OR s.state = 1 AND s.leased_until >= $2))
        """;

    /// <summary>Takes the next part in hand. It may turn out that nobody in it is to be told; the next call goes on behind it.</summary>
    /// <returns>Null when there is nothing to do now.</returns>
    public async Task<MassSlice?> ClaimAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var now = clock.GetUtcNow();
        if (await SilentDaysAsync(connection, now, ct) is not { } silent) return null;

        var kinds = Kinds.Where(kind => rules.Times.FirstFor(kind, now, silent) <= now).ToArray();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var account = await quotas.LockAccountAsync(connection, now, ct);
        var open = account.Where(a => a.Value.FreeAt is null && a.Value.HasRight).Select(a => a.Key).ToArray();
        if (await FindAsync(connection, kinds, open, now, ct) is not var (slice, calledAt))
        {
            await transaction.RollbackAsync(ct);
            await FinishAsync(connection, now, ct);
            return null;
        }

        var begun = await beginning.BeginAsync(connection, slice, calledAt, account[slice.Route], now, ct);
        await TakeAsync(connection, begun, now, ct);
        await QuotaLedger.SaveAccountAsync(connection, account, ct);
        await transaction.CommitAsync(ct);
        return begun.Slice;
    }

    private static async Task<IReadOnlySet<DateOnly>?> SilentDaysAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WhetherSql, connection) { Parameters = { Of(UnionCalendar.DayOf(now)) } };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? row.GetFieldValue<DateOnly[]>(0).ToHashSet() : null;
    }

    private async Task<(MassSlice Slice, DateTimeOffset? CalledAt)?> FindAsync(
        NpgsqlConnection connection, MessageKind[] kinds, SendRoute[] open, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FindSql, connection)
        {
            Parameters =
            {
                Of(now), Of(time.GetUtcNow()), Of(kinds.Select(kind => (short)kind).ToArray()), Of(open.Select(route => (short)route).ToArray()),
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return null;

        var slice = new MassSlice(
            row.GetInt32(0),
            row.GetInt32(1),
            (SendRoute)row.GetInt16(2),
            (MessageKind)row.GetInt16(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.GetInt32(6),
            row.GetString(7))
        {
            DraftId = row.IsDBNull(9) ? null : row.GetString(9),
            TagId = row.IsDBNull(10) ? null : row.GetInt32(10),
            DraftAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        };
        return (slice, row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));
    }

    // With nobody to tell it is in no hand, and whoever comes next goes on where this one stopped.
    private async Task TakeAsync(NpgsqlConnection connection, BegunSlice begun, DateTimeOffset now, CancellationToken ct)
    {
        var (slice, isInHand) = (begun.Slice, begun.Slice.People.Count > 0);
        var state = isInHand ? InHand : begun.MayHaveMore ? Waiting : Done;
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(TakeSql)
        {
            Parameters =
            {
                Of(slice.BroadcastId), Of(slice.Number), Of(state), Of(slice.Claim),
                Optional(isInHand ? time.GetUtcNow() + rules.Lease : null),
                Optional(begun.MayHaveMore && !isInHand ? now + begun.Pause : null),
                Of(begun.IsFresh && isInHand), Of(now),
            },
        });
        if (isInHand) batch.BatchCommands.Add(new NpgsqlBatchCommand(BeginSendSql) { Parameters = { Of(slice.BroadcastId), Of(now) } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task FinishAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FinishSql, connection) { Parameters = { Of(now), Of(time.GetUtcNow()) } };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Optional(DateTimeOffset? moment) =>
        new() { Value = (object?)moment ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>A part whose people are begun.</summary>
/// <param name="IsFresh">Nobody of them may have been told before.</param>
/// <param name="MayHaveMore">Whether others of the part may still be to be told.</param>
/// <param name="Pause">Before they are looked at again, when nobody is told now.</param>
public sealed record BegunSlice(MassSlice Slice, bool IsFresh, bool MayHaveMore = false, TimeSpan Pause = default);
