using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Takes back the calls to alarms that somebody takes care of: one that waits for a colleague's next word would alarm
/// them days later. A message that also calls to an alarm that is still open stays.
/// </summary>
internal static class WithdrawnCalls
{
    /// <param name="alarms">Just acknowledged in the caller's transaction, saved or not.</param>
    public static async Task WithdrawAsync(UnionDb db, long[] alarms, CancellationToken ct)
    {
        var calls = await db.Set<AlarmCall>().AsNoTracking().Where(c => alarms.Contains(c.AlarmId)).ToListAsync(ct);
        if (calls.Count == 0) return;

        long[] people = [.. calls.Select(c => c.PersonId.Value)];
        string[] occasions = [.. calls.Select(c => c.Occasion)];
        var (queued, held) = ((short)OutboundStatus.Queued, (short)OutboundStatus.HeldForContact);

        // Two who take different alarms of one message meet here: the second sees what the first has committed.
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM outbound
             WHERE person_id = ANY ({people}) AND occasion = ANY ({occasions}) AND status IN ({queued}, {held})
             ORDER BY id FOR UPDATE
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbound o SET status = {(short)OutboundStatus.Expired}
             WHERE person_id = ANY ({people}) AND occasion = ANY ({occasions}) AND status IN ({queued}, {held})
               AND NOT EXISTS (
                   SELECT 1 FROM alarm_call c JOIN alarm a ON a.id = c.alarm_id
                    WHERE c.person_id = o.person_id AND c.shared_occasion = o.occasion
                      AND a.acknowledged_at IS NULL AND a.id <> ALL ({alarms}))
            """, ct);
    }
}
