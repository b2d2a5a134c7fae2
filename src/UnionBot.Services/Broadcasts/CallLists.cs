using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// Whom a broadcast does not reach by any message: who never came, who no longer follows, for whom its way is closed or failed.
/// Who does not want to be told, and who was told enough, is not called either.
/// </summary>
public sealed class CallLists(
    UnionDb db, StaffRights rights, AudienceReader audiences, MemberCiphers members, PersonCiphers people, AuditLog audit, BusinessClock clock)
{
    public const int PageSize = 50;

    private const string Columns =
        """
        m.id AS "Member", p.id AS "Person", m.name AS "Name", m.phone AS "RosterPhone", p.phone AS "Phone", o.name AS "Union", t.last_at AS "LastAt"
        """;

    private static readonly short[] Unreachable =
        [(short)WithheldReason.Unfollowed, (short)WithheldReason.NotKnown, (short)WithheldReason.NoWay, (short)WithheldReason.NotWorded];

    private static readonly short[] Failed = [(short)OutboundStatus.Failed, (short)OutboundStatus.Expired];

    /// <summary>
    /// A page of the reader's part of the tree: members in the order of the roster, behind them people on none. Whose number was
    /// read by whom is in the audit before anything is shown.
    /// </summary>
    public async Task<IReadOnlyList<CallLine>> ReadAsync(Broadcast broadcast, CallCursor after, long reader, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(reader, [.. BroadcastRegister.Writing], ct);
        var rows = await RowsAsync(broadcast, after, scope, ct);
        foreach (var row in rows) audit.Add(AuditActor.Staff(reader), "broadcast/phone-read", row.Subject, clock.GetUtcNow(), BroadcastRegister.SubjectOf(broadcast.Id));

        await db.SaveChangesAsync(ct);
        return [.. rows.Select(Opened)];
    }

    private async Task<IReadOnlyList<CallRow>> RowsAsync(Broadcast broadcast, CallCursor after, StaffScope scope, CancellationToken ct)
    {
        var sql = await audiences.SqlAsync(broadcast.Content, scope, ct);
        var roster = after.IsPastRoster ? [] : await MembersAsync(broadcast, sql, scope, after.Last, ct);
        if (roster.Count == PageSize || !scope.IsWhole) return roster;

        var strangers = await ComersAsync(broadcast, sql, scope, strangers: true, after.IsPastRoster ? after.Last : 0, ct);
        return [.. roster.Concat(strangers).Take(PageSize)];
    }

    private async Task<IReadOnlyList<CallRow>> MembersAsync(Broadcast broadcast, AudienceSql sql, StaffScope scope, long after, CancellationToken ct)
    {
        var known = await ComersAsync(broadcast, sql, scope, strangers: false, after, ct);
        if (!broadcast.Audience.MeansMembers) return known;

        var unbound = await ListAsync(AudienceSql.Around(
            sql.Unbound,
            $"""
            SELECT {Columns}, NULL::smallint AS "Reason", NULL::smallint AS "Status"
              FROM ($) a JOIN member m ON m.id = a.member_id JOIN organisation o ON o.id = m.organisation_id
              LEFT JOIN person p ON false LEFT JOIN talk t ON false
             WHERE m.id > {after} ORDER BY m.id LIMIT {PageSize}
            """), ct);
        return [.. known.Concat(unbound).OrderBy(row => row.Member).Take(PageSize)];
    }

    /// <summary>People who came to the account at some time.</summary>
    private Task<List<CallRow>> ComersAsync(
        Broadcast broadcast, AudienceSql sql, StaffScope scope, bool strangers, long after, CancellationToken ct) =>
        ListAsync(broadcast.StartedAt is null ? PlannedSql(sql, strangers, after) : LedgerSql(broadcast.Id, scope, strangers, after), ct);

    /// <summary>Before it is sent: as the database stands now.</summary>
    private static FormattableString PlannedSql(AudienceSql sql, bool strangers, long after) => AudienceSql.Around(
        sql.People,
        $"""
        SELECT {Columns}, a.reason AS "Reason", {(short)OutboundStatus.Withheld}::smallint AS "Status"
          FROM ($) a JOIN person p ON p.id = a.person_id LEFT JOIN talk t ON t.person_id = p.id
          LEFT JOIN member m ON m.id = a.member_id LEFT JOIN organisation o ON o.id = m.organisation_id
         WHERE a.reason IN ({string.Join(", ", Unreachable)}) AND {(strangers ? "m.id IS NULL AND p.id" : "m.id")} > {after}
         ORDER BY m.id, p.id LIMIT {PageSize}
        """);

    /// <summary>Once its people are fixed: as the ledger has it, with those for whom it failed.</summary>
    private static FormattableString LedgerSql(int broadcast, StaffScope scope, bool strangers, long after)
    {
        var (withheld, from) = ((short)OutboundStatus.Withheld, strangers ? "m.id IS NULL AND p.id" : "m.id");
        return FormattableStringFactory.Create(
            $$"""
            SELECT {{Columns}}, r.reason AS "Reason", r.status AS "Status"
              FROM mass_recipient r JOIN person p ON p.id = r.person_id AND p.erased_at IS NULL LEFT JOIN talk t ON t.person_id = p.id
              LEFT JOIN member m ON m.person_id = p.id AND m.status <> 2 LEFT JOIN organisation o ON o.id = m.organisation_id
             WHERE r.broadcast_id = {0} AND {{from}} > {1} AND ({2} OR o.path LIKE ANY ({3}))
               AND (r.status = ANY ({4}) OR r.status = {5} AND r.reason = ANY ({6}))
             ORDER BY m.id, p.id LIMIT {{PageSize}}
            """,
            broadcast, after, scope.IsWhole, scope.Below, Failed, withheld, Unreachable);
    }

    private Task<List<CallRow>> ListAsync(FormattableString sql, CancellationToken ct) => db.Database.SqlQuery<CallRow>(sql).ToListAsync(ct);

    private CallLine Opened(CallRow row) => new(row.Member, row.Person, NameOf(row), row.Union, PhoneOf(row))
    {
        LastAt = row.LastAt,
        Fate = (OutboundStatus?)row.Status,
        Why = (WithheldReason?)row.Reason,
    };

    private string? NameOf(CallRow row) => row is { Member: { } member, Name: { } name } ? members.OpenName(member, name) : null;

    /// <summary>What somebody proved themselves is newer than what the roster has.</summary>
    private string? PhoneOf(CallRow row) =>
        row is { Person: { } person, Phone: { } phone } ? people.OpenPhone(new PersonId(person), phone).Value :
        row is { Member: { } member, RosterPhone: { } listed } ? members.OpenPhone(member, listed) :
        null;

    private sealed record CallRow(
        long? Member, long? Person, byte[]? Name, byte[]? RosterPhone, byte[]? Phone, string? Union, DateTimeOffset? LastAt, short? Reason, short? Status)
    {
        public string Subject => Member is { } member ? $"member/{member}" : $"person/{Person}";
    }
}

/// <summary>Behind whom a page begins.</summary>
/// <param name="Last">A member; once past the roster, a person on none. 0 for the first page.</param>
public sealed record CallCursor(long Last, bool IsPastRoster);

/// <summary>Somebody to be called.</summary>
/// <param name="Member">Null for somebody who is on no roster.</param>
/// <param name="Person">Null for somebody who never came to the account.</param>
/// <param name="Name">In clear; never logged. Null for somebody who is on no roster.</param>
/// <param name="Phone">In full; null when none is known.</param>
public sealed record CallLine(long? Member, long? Person, string? Name, string? Union, string? Phone)
{
    /// <summary>When they last came to the account; null when they never did. UTC.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Null for somebody who never came to the account.</summary>
    public OutboundStatus? Fate { get; init; }

    /// <summary>Null where the fate says it all.</summary>
    public WithheldReason? Why { get; init; }
}
