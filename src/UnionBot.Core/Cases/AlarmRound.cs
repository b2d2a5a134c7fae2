using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Calls the next member of staff to every alarm that nobody has answered for two minutes: those on duty in the order
/// of the rota, then around again. When nobody on duty can be reached, all other staff are called at once.
/// Safe on several hosts: an alarm is called by whoever locks its row.
/// </summary>
public sealed class AlarmRound(UnionDb db, DutyRota rota, Outbox outbox, BusinessClock clock, TimeProvider time)
{
    private const int MostAtOnce = 20;

    /// <summary>A call that could not be delivered by then is overtaken by later ones.</summary>
    private static readonly TimeSpan CallGoodFor = TimeSpan.FromMinutes(10);

    private static readonly OutboundStatus[] Undelivered =
        [OutboundStatus.Failed, OutboundStatus.Expired, OutboundStatus.HeldForContact];

    /// <returns>What was called now and has been committed, to be logged and counted.</returns>
    public async Task<IReadOnlyList<AlarmStep>> RunAsync(CancellationToken ct)
    {
        if (!await db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null, ct)) return [];

        var now = clock.GetUtcNow();
        var steps = new List<AlarmStep>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var alarm in await LockOpenAsync(ct))
        {
            var calls = await db.Set<AlarmCall>().Where(c => c.AlarmId == alarm.Id).OrderBy(c => c.Step).ToListAsync(ct);
            var onDuty = (await rota.ReachableOnDutyAsync(now, ct)).Where(s => s.PersonId != alarm.PersonId).ToList();
            if (alarm.NextAt > now && !await HasBeenLostAsync(alarm, calls, onDuty, ct)) continue;

            var next = onDuty.Count > 0
                ? [LeastRecentlyCalled(onDuty, calls)]
                : (await rota.AllReachableAsync(ct)).Where(s => s.PersonId != alarm.PersonId).ToList();
            steps.Add(await CallAsync(alarm, next, now, ct));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return steps;
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

    /// <summary>
    /// Whether the last call did not reach anybody (the platform lets us write only within 48 hours of a person's last
    /// word) while somebody on duty has not been called yet: then two minutes of waiting would be lost.
    /// </summary>
    private async Task<bool> HasBeenLostAsync(
        Alarm alarm, List<AlarmCall> calls, List<ReachableStaff> onDuty, CancellationToken ct)
    {
        if (onDuty.TrueForAll(s => calls.Exists(c => c.StaffId == s.StaffId))) return false;

        var (occasion, called) = (AlarmCall.OccasionOf(alarm.Id, alarm.Steps), CalledIn(alarm.Steps, calls));
        return !await db.Set<OutboundMessage>().AnyAsync(
            m => called.Contains(m.PersonId) && m.Occasion == occasion && !Undelivered.Contains(m.Status), ct);
    }

    private static List<PersonId> CalledIn(int step, List<AlarmCall> calls) =>
        [.. calls.Where(c => c.Step == step).Select(c => c.PersonId)];

    // By calls, not by position: the rota may have changed since the last step.
    private static ReachableStaff LeastRecentlyCalled(List<ReachableStaff> onDuty, List<AlarmCall> calls) =>
        onDuty.MinBy(s => calls.FindLast(c => c.StaffId == s.StaffId)?.Step ?? 0)!;

    private async Task<AlarmStep> CallAsync(
        Alarm alarm, List<ReachableStaff> staff, DateTimeOffset now, CancellationToken ct)
    {
        var step = alarm.Call(now, time.GetUtcNow());
        var reply = new AlarmCallout(alarm.Id, alarm.Kind, alarm.RaisedAt, IsRepeat: step > 1);
        foreach (var one in staff) db.Add(new AlarmCall(alarm.Id, step, one, now));

        await outbox.AddAsync(
            [.. staff.Select(s => new OutboundDraft(
                s.PersonId, AlarmCall.OccasionOf(alarm.Id, step), reply, DueOn: now, NotAfter: now + CallGoodFor))],
            ct);
        return new AlarmStep(alarm.Id, alarm.Kind, step, staff.Count);
    }
}
