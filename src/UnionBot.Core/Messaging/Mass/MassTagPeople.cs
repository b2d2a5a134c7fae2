using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// The people of broadcasts that go by a tag: who carries it (the ledger has the code 0 for them), who is begun, and the one list they become.
/// </summary>
public sealed class MassTagPeople
{
    private const int AtOnce = 1_000;

    private const string ClaimedSql = "EXISTS (SELECT FROM mass_tag t WHERE t.broadcast_id = $1 AND t.claims = $2)";

    private const string MissingSql = "r.status = 0 AND r.error_code IS DISTINCT FROM 0";

    private const string LeftOutSql = "r.status = 9 AND r.error_code = 0";

    private const string CarriedSql = "r.status IN (1, 3, 4, 7)";

    private const string MarkSql =
        $"""
        UPDATE mass_recipient r SET status = d.status, error_code = d.error_code
          FROM unnest($3, $4, $5) AS d (person_id, status, error_code)
         WHERE r.broadcast_id = $1 AND r.person_id = d.person_id AND r.status = 0 AND {ClaimedSql}
        """;

    private const string UnmarkSql =
        $"UPDATE mass_recipient r SET error_code = NULL WHERE r.broadcast_id = $1 AND r.person_id = ANY ($3) AND r.status = 9 AND {ClaimedSql}";

    private const string PartsSql = "SELECT number, first_person, last_person FROM mass_slice WHERE broadcast_id = $1 ORDER BY number";

    // As of a list: hosts do so one after the other, so that no two broadcasts meet in one person.
    private static readonly string BeginSql =
        $"""
        WITH {MassPolicy.ToldSql},
        due AS (
            SELECT r.person_id, {MassPolicy.WhySql} AS why
              FROM mass_recipient r JOIN person p ON p.id = r.person_id
             WHERE r.broadcast_id = $1 AND r.person_id BETWEEN $2 AND $3 AND r.route = $4 AND r.status = 0 AND r.error_code = 0
             ORDER BY r.person_id LIMIT $5)
        UPDATE mass_recipient r SET status = CASE WHEN d.why IS NULL THEN 1 ELSE 9 END, reason = d.why,
               attempts = CASE WHEN d.why IS NULL THEN 1 ELSE 0 END
          FROM due d WHERE r.broadcast_id = $1 AND r.person_id = d.person_id
        """;

    private const string CalledSql = "UPDATE mass_slice SET called_at = $3 WHERE broadcast_id = $1 AND number = $2";

    // Nobody has called it yet, so the first who does is the second to have it in hand.
    private const string ReadySql =
        $"""
        WITH bounds AS (SELECT min(first_person) AS first, max(last_person) AS last FROM mass_slice WHERE broadcast_id = $1),
        others AS (DELETE FROM mass_slice WHERE broadcast_id = $1 AND number > 1 AND {ClaimedSql}),
        list AS (
            UPDATE mass_slice s SET first_person = b.first, last_person = b.last, claims = 1, called_at = $3,
                   state = CASE WHEN EXISTS (SELECT FROM mass_recipient r WHERE r.broadcast_id = $1 AND r.status = 1) THEN 0 ELSE 2 END
              FROM bounds b WHERE s.broadcast_id = $1 AND s.number = 1 AND {ClaimedSql})
        UPDATE mass_tag SET state = 1, leased_until = NULL WHERE broadcast_id = $1 AND claims = $2
        """;

    private const string PutBackSql =
        $"""
        UPDATE mass_recipient r SET status = 0, attempts = 0
         WHERE r.broadcast_id = $1 AND r.status = 1 AND {ClaimedSql}
           AND EXISTS (SELECT FROM mass_tag t JOIN mass_slice s USING (broadcast_id)
                        WHERE t.broadcast_id = $1 AND s.number = 1 AND (t.state = 0 OR s.claims < 2))
        """;

    private readonly NpgsqlDataSource _database;
    private readonly MessageCiphers _ciphers;
    private readonly BusinessClock _clock;
    private readonly QuotaLedger _quotas;
    private readonly MassPolicy _policy;

    public MassTagPeople(
        NpgsqlDataSource database, MessageCiphers ciphers, QuotaLedger quotas, SendingRules rules, IEnumerable<ChannelRules> channels, BusinessClock clock)
    {
        (_database, _ciphers, _clock, _quotas) = (database, ciphers, clock, quotas);
        _policy = new MassPolicy(rules, channels);
    }

    /// <summary>Those who are to carry the tag and do not yet, in order.</summary>
    /// <param name="after">The last who were looked at; 0 at the beginning.</param>
    public Task<IReadOnlyList<SendAttempt>> MissingAsync(TagWork work, long after, CancellationToken ct) => ReadAsync(MissingSql, work, after, ct);

    /// <summary>Those who carry the tag and are left out.</summary>
    public Task<IReadOnlyList<SendAttempt>> LeftOutAsync(TagWork work, CancellationToken ct) => ReadAsync(LeftOutSql, work, 0, ct);

    /// <summary>Those who were told by the tag, in order, for when the platform does not remove it while they carry it.</summary>
    public Task<IReadOnlyList<SendAttempt>> ToldAsync(TagWork work, long after, CancellationToken ct) => ReadAsync(CarriedSql, work, after, ct);

    /// <summary>Records who carries the tag now, and who cannot; of the others nothing is known.</summary>
    public async Task MarkAsync(TagWork work, IReadOnlyList<MassOutcome> outcomes, CancellationToken ct)
    {
        MassOutcome[] known = [.. outcomes.Where(o => o.Fate.Status is OutboundStatus.Accepted or OutboundStatus.Failed)];
        foreach (var outcome in known.Where(o => o.Fate.Closes is Closing.Address)) await KeepUnknownAsync(outcome.Attempt, ct);

        await RunAsync(
            MarkSql,
            work,
            ct,
            Arrays.Of(known, o => o.Attempt.PersonId.Value, NpgsqlDbType.Bigint),
            Arrays.Of(known, o => (short)(o.Fate.Status is OutboundStatus.Failed ? OutboundStatus.Failed : OutboundStatus.Queued), NpgsqlDbType.Smallint),
            Arrays.Of(known, o => o.Fate.ErrorCode ?? 0, NpgsqlDbType.Integer));
    }

    /// <summary>Records that they do not carry it any more.</summary>
    public Task UnmarkAsync(TagWork work, IReadOnlyList<SendAttempt> removed, CancellationToken ct) =>
        RunAsync(UnmarkSql, work, ct, Of(removed.Select(r => r.PersonId.Value).ToArray()));

    /// <summary>
    /// Begins everybody who carries the tag, and leaves out who may not be told any more: they are to lose it before it is used. Part by part,
    /// each in a transaction of its own: others wait for the account's quotas meanwhile.
    /// </summary>
    public async Task BeginAsync(TagWork work, CancellationToken ct)
    {
        foreach (var part in await PartsAsync(work, ct))
        {
            var now = _clock.GetUtcNow();
            await using var connection = await _database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await _quotas.LockAccountAsync(connection, now, ct);
            await using (var begin = new NpgsqlCommand(BeginSql, connection))
            {
                _policy.AddTo(begin, part, int.MaxValue, now);
                await begin.ExecuteNonQueryAsync(ct);
            }

            await using var called = new NpgsqlCommand(CalledSql, connection) { Parameters = { Of(part.BroadcastId), Of(part.Number), Of(now) } };
            await called.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>All its parts become the one list that is sent by the tag, like any other list from now on.</summary>
    public Task ReadyAsync(TagWork work, CancellationToken ct) => RunAsync(ReadySql, work, ct, Of(_clock.GetUtcNow()));

    /// <summary>Of a broadcast that ended before its tag was used: nobody who was begun was told.</summary>
    public Task PutBackAsync(TagWork work, CancellationToken ct) => RunAsync(PutBackSql, work, ct);

    private async Task<IReadOnlyList<MassSlice>> PartsAsync(TagWork work, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(PartsSql);
        command.Parameters.Add(Of(work.BroadcastId));
        var parts = new List<MassSlice>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            parts.Add(new MassSlice(work.BroadcastId, row.GetInt32(0), SendRoute.Mass, work.Kind, row.GetInt64(1), row.GetInt64(2), work.Claim, ""));
        return parts;
    }

    private async Task<IReadOnlyList<SendAttempt>> ReadAsync(string which, TagWork work, long after, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            $"""
            SELECT r.person_id, p.address, p.address_hash FROM mass_recipient r JOIN person p ON p.id = r.person_id
             WHERE r.broadcast_id = $1 AND r.person_id > $2 AND {which} ORDER BY r.person_id LIMIT $3
            """);
        command.Parameters.AddRange((NpgsqlParameter[])[Of(work.BroadcastId), Of(after), Of(AtOnce)]);
        var found = new List<SendAttempt>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var address = _ciphers.OpenAddress(row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
            found.Add(new SendAttempt(new(row.GetInt64(0)), address, 1) { Kind = work.Kind, Route = SendRoute.Mass, ClaimedAt = _clock.GetUtcNow() });
        }

        return found;
    }

    private async Task KeepUnknownAsync(SendAttempt attempt, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(UnknownAddresses.KeepSql);
        command.Parameters.AddRange((NpgsqlParameter[])[Of(attempt.PersonId.Value), Of(attempt.ClaimedAt)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task RunAsync(string sql, TagWork work, CancellationToken ct, params NpgsqlParameter[] more)
    {
        await using var command = _database.CreateCommand(sql);
        command.Parameters.AddRange((NpgsqlParameter[])[Of(work.BroadcastId), Of(work.Claim), .. more]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
