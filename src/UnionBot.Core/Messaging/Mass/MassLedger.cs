using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// The part of the ledger for what goes to many: a narrow row for each person, in a partition of the broadcast's own, and the
/// text kept once by the broadcast. Whoever changes something does so in their own transaction.
/// </summary>
public sealed class MassLedger(UnionDb db, SendingRules rules, BusinessClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // A broadcast that is over leaves people in its queue, and some whose lost call was still to be repeated. Nobody writes a million rows for that; it is read so.
    private const string FateSql =
        """
        SELECT r.broadcast_id AS "BroadcastId", r.person_id AS "Person", r.route AS "Route",
               CASE WHEN r.status = 1 AND m.state = 5 THEN 7 WHEN r.status <> 0 THEN r.status WHEN m.state = 4 THEN 9 WHEN m.state = 5 THEN 6 ELSE 0 END AS "Status",
               CASE WHEN r.status = 0 AND m.state = 4 THEN 7 ELSE r.reason END AS "Reason",
               nullif(r.error_code, 0) AS "ErrorCode", r.attempts AS "Attempts", coalesce(r.platform_id::text, s.platform_id) AS "PlatformId",
               s.number AS "Number", s.total AS "Total", s.filtered AS "Filtered", s.sent AS "Sent", s.failed AS "Failed"
          FROM mass_recipient r JOIN mass_send m USING (broadcast_id)
          LEFT JOIN mass_slice s ON s.broadcast_id = r.broadcast_id AND s.route = r.route AND r.route = 4 AND r.status = 3
               AND r.person_id BETWEEN s.first_person AND s.last_person
        """;

    private MassParts Parts => new(db, rules);

    /// <summary>
    /// Writes down who is meant, and the parts in which they will be told. Nobody is told before <see cref="StartAsync"/>.
    /// </summary>
    public async Task<FrozenAudience> FreezeAsync(MassAudience audience, CancellationToken ct)
    {
        var before = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await MakePartitionAsync(audience.BroadcastId, ct);
            await db.Database.ExecuteSqlAsync(InsertOf(audience), ct);
            await AttachAsync(audience.BroadcastId, ct);
            await AddSendAsync(audience, ct);
            await Parts.AddAsync(audience.BroadcastId, ct);
            var frozen = await CountFrozenAsync(audience.BroadcastId, ct);
            await Parts.AddTagAsync(audience.BroadcastId, frozen.People - frozen.Withheld, ct);
            return frozen;
        }
        finally
        {
            db.Database.SetCommandTimeout(before);
        }
    }

    /// <summary>Forgets who was meant, when nobody has been told yet; does nothing otherwise.</summary>
    /// <returns>Whether it was forgotten.</returns>
    public async Task<bool> ThawAsync(int broadcastId, CancellationToken ct)
    {
        var gone = await db.Database.ExecuteSqlAsync(
            $"DELETE FROM mass_send WHERE broadcast_id = {broadcastId} AND begun_at IS NULL AND state IN (0, 2, 3, 4)", ct);
        if (gone > 0) await DropPartitionAsync(broadcastId, ct);
        return gone > 0;
    }

    /// <summary>Lets people be told within a window, from the beginning or after a pause.</summary>
    /// <returns>False when it is over, or was never frozen.</returns>
    public async Task<bool> StartAsync(int broadcastId, DateTimeOffset notBefore, DateTimeOffset notAfter, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE mass_send SET state = 1, not_before = {notBefore}, not_after = {notAfter}, halt_code = NULL
             WHERE broadcast_id = {broadcastId} AND state < 4
            """, ct) == 1;

    /// <summary>Nobody more is told, on any host, within two seconds; calls that are under way come to their end.</summary>
    /// <returns>False when it was not being sent.</returns>
    public async Task<bool> PauseAsync(int broadcastId, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"UPDATE mass_send SET state = 2 WHERE broadcast_id = {broadcastId} AND state = 1", ct) == 1;

    /// <summary>The same for good: who was not told yet is not told any more.</summary>
    /// <returns>False when it was over already.</returns>
    public async Task<bool> CancelAsync(int broadcastId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE mass_send SET state = 4, ended_at = {now} WHERE broadcast_id = {broadcastId} AND state < 4", ct) == 1;
    }

    /// <summary>Somebody is to be forgotten: what has not been sent to them yet never is.</summary>
    public Task ExpireAsync(PersonId person, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE mass_recipient r SET status = {(short)OutboundStatus.Expired} FROM mass_send m
         WHERE m.broadcast_id = r.broadcast_id AND m.state < 4 AND r.person_id = {person.Value} AND r.status = {(short)OutboundStatus.Queued}
        """, ct);

    /// <summary>Drops the people of all that was over before a moment.</summary>
    /// <returns>How many broadcasts are forgotten.</returns>
    /// <exception cref="Npgsql.NpgsqlException">A long query holds the table; nothing waits for it, so try again later.</exception>
    public async Task<int> DropBeforeAsync(DateTimeOffset moment, CancellationToken ct)
    {
        var over = await db.Database.SqlQuery<int>($"SELECT broadcast_id AS \"Value\" FROM mass_send WHERE ended_at < {moment}").ToListAsync(ct);
        foreach (var broadcastId in over)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ExecuteAsync("SET LOCAL lock_timeout = '2s'", ct);
            await DropPartitionAsync(broadcastId, ct);
            await db.Database.ExecuteSqlAsync($"DELETE FROM mass_send WHERE broadcast_id = {broadcastId}", ct);
            await transaction.CommitAsync(ct);
        }

        return over.Count;
    }

    /// <returns>Null when it was never frozen.</returns>
    public async Task<MassSend?> ReadAsync(int broadcastId, CancellationToken ct) => await db.Database.SqlQuery<MassSend>(
        $"""
        SELECT broadcast_id AS "BroadcastId", state AS "State", not_before AS "NotBefore", not_after AS "NotAfter",
               begun_at AS "BegunAt", ended_at AS "EndedAt", halt_code AS "HaltCode"
          FROM mass_send WHERE broadcast_id = {broadcastId}
        """).SingleOrDefaultAsync(ct);

    /// <summary>How many people have which fate.</summary>
    public async Task<IReadOnlyList<MassCount>> CountsAsync(int broadcastId, CancellationToken ct) =>
        await db.Database.SqlQuery<MassCount>(
            $"""
            SELECT route AS "Route", CASE WHEN status = 1 AND state = 5 THEN 7 WHEN status <> 0 THEN status WHEN state = 4 THEN 9 WHEN state = 5 THEN 6 ELSE 0 END AS "Status",
                   CASE WHEN status = 0 AND state = 4 THEN 7 ELSE reason END AS "Reason", error_code AS "ErrorCode", people AS "People"
              FROM (SELECT route, status, reason, nullif(error_code, 0) AS error_code, count(*) AS people
                      FROM mass_recipient WHERE broadcast_id = {broadcastId} GROUP BY 1, 2, 3, 4) AS r
             CROSS JOIN (SELECT state FROM mass_send WHERE broadcast_id = {broadcastId}) AS m
             ORDER BY 1, 2, 3, 4
            """).ToListAsync(ct);

    /// <summary>Everybody's fate, in the order of people, read as it is enumerated.</summary>
    public async IAsyncEnumerable<MassFate> FatesAsync(int broadcastId, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = Fates($"{FateSql} WHERE r.broadcast_id = {{0}} ORDER BY r.person_id", broadcastId);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct)) yield return row.ToFate();
    }

    /// <summary>A page of the same.</summary>
    /// <param name="after">The last person of the page before; 0 for the first.</param>
    public async Task<IReadOnlyList<MassFate>> FatesAsync(int broadcastId, long after, int most, CancellationToken ct)
    {
        var rows = await Fates(
            $"{FateSql} WHERE r.broadcast_id = {{0}} AND r.person_id > {{1}} ORDER BY r.person_id LIMIT {{2}}", broadcastId, after, most).ToListAsync(ct);
        return [.. rows.Select(row => row.ToFate())];
    }

    /// <summary>What a person was told of all that went to many, the newest first.</summary>
    public async Task<IReadOnlyList<MassFate>> PersonFatesAsync(PersonId person, CancellationToken ct)
    {
        var rows = await Fates($"{FateSql} WHERE r.person_id = {{0}} ORDER BY r.broadcast_id DESC", person.Value).ToListAsync(ct);
        return [.. rows.Select(row => row.ToFate())];
    }

    private IQueryable<FateRow> Fates(string sql, params object[] of) =>
        db.Database.SqlQuery<FateRow>(FormattableStringFactory.Create(sql, of));

    // Without its key while it is filled, and attached afterwards: both are faster so, and nobody waits for the parent's lock.
    private Task MakePartitionAsync(int broadcastId, CancellationToken ct) => ExecuteAsync(
        $"CREATE TABLE {Partition(broadcastId)} (LIKE mass_recipient INCLUDING DEFAULTS) WITH (fillfactor = 50)", ct);

    private static FormattableString InsertOf(MassAudience audience)
    {
        var people = audience.People;
        var (id, queued, withheld) = (audience.BroadcastId, (short)OutboundStatus.Queued, (short)OutboundStatus.Withheld);
        return FormattableStringFactory.Create(
            $"""
            INSERT INTO {Partition(id)} (person_id, broadcast_id, status, route, reason)
            SELECT person_id, {id}, CASE WHEN reason IS NULL THEN {queued} ELSE {withheld} END, route, reason
              FROM ({people.Format}) AS audience ORDER BY person_id
            """,
            people.GetArguments());
    }

    private Task AttachAsync(int broadcastId, CancellationToken ct) => ExecuteAsync(
        $"""
        ALTER TABLE {Partition(broadcastId)} ADD PRIMARY KEY (person_id, broadcast_id);
        ALTER TABLE mass_recipient ATTACH PARTITION {Partition(broadcastId)} FOR VALUES IN ({broadcastId});
        ANALYZE {Partition(broadcastId)}
        """, ct);

    private Task<int> AddSendAsync(MassAudience audience, CancellationToken ct)
    {
        var (kind, now) = ((short)audience.Kind, clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO mass_send (broadcast_id, kind, frozen_at) VALUES ({audience.BroadcastId}, {kind}, {now})", ct);
    }

    private Task<FrozenAudience> CountFrozenAsync(int broadcastId, CancellationToken ct) => db.Database.SqlQuery<FrozenAudience>(
        $"""
        SELECT count(*) AS "People", count(*) FILTER (WHERE status <> 0) AS "Withheld" FROM mass_recipient WHERE broadcast_id = {broadcastId}
        """).SingleAsync(ct);

    private Task DropPartitionAsync(int broadcastId, CancellationToken ct) =>
        ExecuteAsync($"DROP TABLE IF EXISTS {Partition(broadcastId)}", ct);

    // Names of tables cannot be parameters; a number needs no quotes.
    private async Task ExecuteAsync(string sql, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync(sql, ct);

    private static string Partition(int broadcastId) => FormattableString.Invariant($"mass_recipient_{broadcastId}");

    private sealed record FateRow(
        int BroadcastId,
        long Person,
        SendRoute Route,
        OutboundStatus Status,
        WithheldReason? Reason,
        int? ErrorCode,
        short Attempts,
        string? PlatformId,
        int? Number,
        long? Total,
        long? Filtered,
        long? Sent,
        long? Failed)
    {
        public MassFate ToFate() => new(BroadcastId, Person, Route, Status, Reason, ErrorCode, Attempts, PlatformId)
        {
            Batch = Number is { } number ? new MassBatch(number, Total, Filtered, Sent, Failed) : null,
        };
    }
}
