using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// Whom a broadcast does not reach by any message: members who never came, who no longer follow, for whom its way is closed or failed.
/// Who does not want to be told, and who was told enough, is not called either.
/// </summary>
public sealed class CallLists(UnionDb db, AudienceReader audiences, MemberCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    public const int PageSize = 50;

    /// <summary>A page of members, in the order of the roster. Whose number was read by whom is in the audit before anything is shown.</summary>
    /// <param name="after">The last row of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<CallLine>> ReadAsync(Broadcast broadcast, long after, long reader, CancellationToken ct)
    {
        var rows = await RowsAsync(broadcast, after, ct);
        foreach (var row in rows)
            audit.Add(AuditActor.Staff(reader), "broadcast/phone-read", $"member/{row.Member}", clock.GetUtcNow(), BroadcastRegister.SubjectOf(broadcast.Id));

        await db.SaveChangesAsync(ct);
        return [.. rows.Select(Opened)];
    }

    private async Task<List<CallRow>> RowsAsync(Broadcast broadcast, long after, CancellationToken ct)
    {
        var sql = await audiences.SqlAsync(broadcast.Content, ct);
        var known = await ListAsync(broadcast.StartedAt is null ? Planned(sql, after) : Failed(broadcast.Id, after), ct);
        if (!broadcast.Audience.MeansMembers) return known;

        var unbound = await ListAsync(AudienceSql.Around(
            sql.Unbound,
            $"""
            SELECT m.id AS "Member", m.name AS "Name", m.phone AS "Phone", o.name AS "Union", NULL::smallint AS "Reason", NULL::smallint AS "Status"
              FROM ($) a JOIN member m ON m.id = a.member_id JOIN organisation o ON o.id = m.organisation_id
             WHERE m.id > {after} ORDER BY m.id LIMIT {PageSize}
            """), ct);
        return [.. known.Concat(unbound).OrderBy(row => row.Member).Take(PageSize)];
    }

    /// <summary>Before it is sent: as the database stands now.</summary>
    private static FormattableString Planned(AudienceSql sql, long after) => AudienceSql.Around(
        sql.People,
        $"""
        SELECT m.id AS "Member", m.name AS "Name", m.phone AS "Phone", o.name AS "Union", a.reason AS "Reason", {(short)OutboundStatus.Withheld}::smallint AS "Status"
          FROM ($) a JOIN member m ON m.id = a.member_id JOIN organisation o ON o.id = m.organisation_id
         WHERE a.reason IN ({(short)WithheldReason.Unfollowed}, {(short)WithheldReason.NoWay}) AND m.id > {after} ORDER BY m.id LIMIT {PageSize}
        """);

    /// <summary>Once its people are fixed: as the ledger has it, with those for whom it failed.</summary>
    private static FormattableString Failed(int broadcast, long after)
    {
        short[] unreachable = [(short)WithheldReason.Unfollowed, (short)WithheldReason.NoWay];
        short[] failed = [(short)OutboundStatus.Failed, (short)OutboundStatus.Expired];
        return $"""
            SELECT m.id AS "Member", m.name AS "Name", m.phone AS "Phone", o.name AS "Union", r.reason AS "Reason", r.status AS "Status"
              FROM mass_recipient r JOIN member m ON m.person_id = r.person_id JOIN organisation o ON o.id = m.organisation_id
             WHERE r.broadcast_id = {broadcast} AND m.id > {after}
               AND (r.status = ANY ({failed}) OR r.status = {(short)OutboundStatus.Withheld} AND r.reason = ANY ({unreachable}))
             ORDER BY m.id LIMIT {PageSize}
            """;
    }

    private Task<List<CallRow>> ListAsync(FormattableString sql, CancellationToken ct) => db.Database.SqlQuery<CallRow>(sql).ToListAsync(ct);

    private CallLine Opened(CallRow row) => new(
        row.Member,
        ciphers.OpenName(row.Member, row.Name),
        row.Union,
        row.Phone is { } phone ? ciphers.OpenPhone(row.Member, phone) : null,
        (OutboundStatus?)row.Status,
        (WithheldReason?)row.Reason);

    private sealed record CallRow(long Member, byte[] Name, byte[]? Phone, string Union, short? Reason, short? Status);
}

/// <summary>A member to be called.</summary>
/// <param name="Name">In clear; never logged.</param>
/// <param name="Phone">In full; null when the roster has none.</param>
/// <param name="Fate">Null for somebody who never came to the account.</param>
/// <param name="Why">Null where the fate says it all.</param>
public sealed record CallLine(long Member, string Name, string Union, string? Phone, OutboundStatus? Fate, WithheldReason? Why);
