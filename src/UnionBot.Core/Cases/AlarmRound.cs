using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Calls the next member of staff to every alarm that nobody has answered for two minutes: those on duty in the order
/// of the rota, then around again, in growing gaps: the webhook and the log hear of every step, also of those in which it is too
/// soon to call anybody once more. When nobody on duty can be reached, all other staff are called at once. A call that
/// the platform could not deliver costs no two minutes. Whoever is called to several alarms gets one message.
/// Safe on several hosts: an alarm is called by whoever locks its row.
/// </summary>
public sealed class AlarmRound(UnionDb db, DutyRota rota, AlarmCallouts callouts, BusinessClock clock, TimeProvider time)
{
    /// <summary>As many alarms as one message has room for.</summary>
    public const int MostAtOnce = 20;

    private static readonly OutboundStatus[] Undelivered =
        [OutboundStatus.Failed, OutboundStatus.Expired, OutboundStatus.HeldForContact, OutboundStatus.Withheld];

    /// <returns>What was called now and has been committed, to be logged and counted.</returns>
    public async Task<IReadOnlyList<AlarmStep>> RunAsync(CancellationToken ct)
    {
        if (!await db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null, ct)) return [];

        var now = clock.GetUtcNow();
        var steps = new List<CalledAlarm>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var alarm in await LockOpenAsync(ct))
        {
            if (await NextStepAsync(alarm, now, ct) is { } step) steps.Add(step);
        }

        await callouts.AddAsync(steps, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [.. steps.Select(s => new AlarmStep(s.Alarm.Id, s.Alarm.Kind, s.Step, s.Staff.Count, s.LastWasLost, s.IsTooSoon && s.Staff.Count == 0))];
    }

    private async Task<IReadOnlyList<Alarm>> LockOpenAsync(CancellationToken ct)
    {
        var locked = await db.Database.SqlQuery<long>(
            $"""
            SELECT id AS "Value" FROM alarm WHERE acknowledged_at IS NULL
             ORDER BY next_at LIMIT {MostAtOnce} FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        return await db.Set<Alarm>().Where(a => locked.Contains(a.Id)).OrderBy(a => a.NextAt).ToListAsync(ct);
    }

    /// <returns>Null when it is to be waited for an answer.</returns>
    private async Task<CalledAlarm?> NextStepAsync(Alarm alarm, DateTimeOffset now, CancellationToken ct)
    {
        var calls = await db.Set<AlarmCall>().Where(c => c.AlarmId == alarm.Id).OrderBy(c => c.Step).ToListAsync(ct);
        var onDuty = (await rota.ReachableOnDutyAsync(now, ct)).Where(s => s.PersonId != alarm.PersonId).ToList();
        if (alarm.NextAt <= now)
        {
            var due = onDuty.FindAll(s => IsDue(s, calls, now));
            if (due.Count > 0) return Call(alarm, [LeastRecentlyCalled(due, calls)], now);
            return Call(alarm, onDuty.Count > 0 ? [] : await OthersAsync(alarm, calls, now, ct), now) with { IsTooSoon = calls.Count > 0 };
        }

        if (!await WasLostAsync(alarm, calls, ct)) return null;

        var missed = await MissedAsync(alarm, calls, onDuty, now, ct);
        return missed.Count == 0 ? null : Call(alarm, missed, now) with { LastWasLost = true };
    }

    /// <summary>
    /// Whether the last call reached nobody: the platform lets us write only within 48 hours of a person's last word.
    /// </summary>
    private async Task<bool> WasLostAsync(Alarm alarm, List<AlarmCall> calls, CancellationToken ct)
    {
        var last = calls.FindAll(c => c.Step == calls[^1].Step);
        var (called, occasions) = (last.Select(c => c.PersonId).ToList(), last.Select(c => c.Occasion).ToList());
        return !await db.Set<OutboundMessage>().AnyAsync(
            m => called.Contains(m.PersonId) && occasions.Contains(m.Occasion) && !Undelivered.Contains(m.Status), ct);
    }

    /// <summary>Who was not called just now: the next on duty, and when there is none all others at once.</summary>
    private async Task<List<ReachableStaff>> MissedAsync(
        Alarm alarm, List<AlarmCall> calls, List<ReachableStaff> onDuty, DateTimeOffset now, CancellationToken ct)
    {
        var next = onDuty.Find(s => IsDue(s, calls, now));
        return next is not null ? [next] : await OthersAsync(alarm, calls, now, ct);
    }

    private async Task<List<ReachableStaff>> OthersAsync(Alarm alarm, List<AlarmCall> calls, DateTimeOffset now, CancellationToken ct) =>
        [.. (await rota.AllReachableAsync(ct)).Where(s => s.PersonId != alarm.PersonId && IsDue(s, calls, now))];

    private static bool IsDue(ReachableStaff staff, List<AlarmCall> calls, DateTimeOffset now)
    {
        var own = calls.FindAll(c => c.StaffId == staff.StaffId);
        return own.Count == 0 || own[^1].At <= now - Alarm.GapAfter(own.Count);
    }

    // By calls, not by position: the rota may have changed since the last step.
    private static ReachableStaff LeastRecentlyCalled(List<ReachableStaff> onDuty, List<AlarmCall> calls) =>
        onDuty.MinBy(s => calls.FindLast(c => c.StaffId == s.StaffId)?.Step ?? 0)!;

    private CalledAlarm Call(Alarm alarm, List<ReachableStaff> staff, DateTimeOffset now) =>
        new(alarm, alarm.Call(now, time.GetUtcNow()), staff);
}
