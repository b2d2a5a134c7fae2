using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>
/// One switch for all hosts that stops whatever is sent by itself, at once. Answers to what was just written go on, and so
/// do calls to alarms.
/// </summary>
public sealed class SendSwitch(UnionDb db, AuditLog audit, BusinessClock clock)
{
    /// <summary>Stops or starts sending, with an entry in the audit; does nothing when it is so already.</summary>
    /// <param name="staff">Who decides it.</param>
    /// <param name="seen">The version of the state that they looked at; null for who did not look.</param>
    /// <returns>Whether anything changed; false, too, when somebody was faster.</returns>
    public async Task<bool> SetAsync(bool stopped, long staff, string? reason, string? seen, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE send_switch SET is_stopped = {stopped}, staff_id = {staff}, changed_at = {now}
             WHERE is_stopped <> {stopped} AND ({seen}::text IS NULL OR xmin::text = {seen})
            """, ct);
        if (changed == 0) return false;

        audit.Add(AuditActor.Staff(staff), stopped ? "sending/stopped" : "sending/started", subject: null, now, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    public async Task<SendState> ReadAsync(CancellationToken ct) => await db.Database.SqlQuery<SendState>(
        $"""
        SELECT is_stopped AS "IsStopped", staff_id AS "Staff", changed_at AS "ChangedAt", xmin::text AS "Version",
               (SELECT count(*) FROM outbound WHERE status = {(short)OutboundStatus.Queued}) AS "Queued",
               (SELECT count(*) FROM outbound WHERE status = {(short)OutboundStatus.Unknown}) AS "Unknown"
          FROM send_switch
        """).SingleAsync(ct);
}

/// <summary>Whether messages go out, who decided it, and what waits.</summary>
/// <param name="Staff">Null while nobody ever changed it.</param>
/// <param name="Version">Differs after every change.</param>
/// <param name="Unknown">Messages of which nobody knows whether they arrived.</param>
public sealed record SendState(bool IsStopped, long? Staff, DateTimeOffset? ChangedAt, string Version, long Queued, long Unknown);
