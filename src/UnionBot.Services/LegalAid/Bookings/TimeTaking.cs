using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Takes lawyers' time, in the caller's transaction. Nobody else takes the time of the same lawyer, or a room of the same site, until it ends.</summary>
internal sealed class TimeTaking(SlotSearch search, LegalAidRules rules, BusinessClock clock)
{
    /// <summary>Holds a time that is offered to people.</summary>
    /// <returns>Null when somebody was faster, or it is not offered any more.</returns>
    public async Task<Guid?> TryHoldAsync(UnionDb db, PersonId person, FreeSlot slot, bool isUrgent, DateTimeOffset until, CancellationToken ct)
    {
        await LockAsync(db, slot, ct);
        return await IsTakenAsync(db, slot, ct) || !await search.IsFreeAsync(db, slot, isUrgent, ct) ? null : await InsertAsync(db, person, slot, until, ct);
    }

    /// <summary>Takes any time at which lawyer and room are free, be it offered to people or not: for staff.</summary>
    /// <returns>Null when one of them is not.</returns>
    public async Task<Guid?> TryTakeAsync(UnionDb db, FreeSlot slot, CancellationToken ct)
    {
        await LockAsync(db, slot, ct);
        return await InsertAsync(db, person: null, slot, until: null, ct);
    }

    /// <summary>Gives a time back; the booking that had it has none any more.</summary>
    public static Task GiveBackAsync(UnionDb db, Guid time, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM legal_taken_time WHERE id = {time}", ct);

    private async Task LockAsync(UnionDb db, FreeSlot slot, CancellationToken ct)
    {
        // In this order everywhere, so that two never wait for each other.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_lawyer WHERE id = {slot.LawyerId} FOR NO KEY UPDATE", ct);
        if (slot.SiteId is { } site) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_site WHERE id = {site} FOR NO KEY UPDATE", ct);
        await ForgetOldHoldsAsync(db, slot, ct);
    }

    /// <summary>The constraints know no clock: what has run out is in the way until it is deleted.</summary>
    private Task<int> ForgetOldHoldsAsync(UnionDb db, FreeSlot slot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM legal_taken_time WHERE id IN (
                SELECT id FROM legal_taken_time
                 WHERE held_until <= {now} AND (lawyer_id = {slot.LawyerId} OR site_id = {slot.SiteId}::bigint) FOR UPDATE SKIP LOCKED)
            """, ct);
    }

    /// <summary>Of many who want one time nearly all end here, before anything is reckoned.</summary>
    private Task<bool> IsTakenAsync(UnionDb db, FreeSlot slot, CancellationToken ct)
    {
        var (from, until) = (slot.StartsAt - rules.Before, slot.EndsAt + rules.After);
        return db.TakenTimes.AnyAsync(t => t.LawyerId == slot.LawyerId && t.BusyFrom < until && from < t.BusyUntil, ct);
    }

    private async Task<Guid?> InsertAsync(UnionDb db, PersonId? person, FreeSlot slot, DateTimeOffset? until, CancellationToken ct)
    {
        var (id, from, to) = (Guid.CreateVersion7(), slot.StartsAt - rules.Before, slot.EndsAt + rules.After);
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO legal_taken_time (id, lawyer_id, site_id, room, mode, starts_at, ends_at, busy_from, busy_until, held_by, held_until)
            SELECT {id}, {slot.LawyerId}, {slot.SiteId}::bigint, free.room, {(short)slot.Mode}, {slot.StartsAt}, {slot.EndsAt}, {from}, {to},
                   {person?.Value}::bigint, {until}::timestamptz
              FROM (SELECT min(r)::smallint AS room
                      FROM generate_series(1, (SELECT rooms FROM legal_site WHERE id = {slot.SiteId}::bigint)) AS r
                     WHERE NOT EXISTS (SELECT FROM legal_taken_time t
                                        WHERE t.site_id = {slot.SiteId}::bigint AND t.room = r AND t.busy_from < {to} AND {from} < t.busy_until)) AS free
             WHERE {slot.SiteId}::bigint IS NULL OR free.room IS NOT NULL
                ON CONFLICT DO NOTHING
            """, ct);
        return taken == 1 ? id : null;
    }
}
