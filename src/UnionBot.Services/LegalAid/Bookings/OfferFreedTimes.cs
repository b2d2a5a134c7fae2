using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// Every minute, but not in the quiet hours: what is free is offered to those who wait for it, the urgent first, then by the time of
/// asking. A time is kept for one of them at a time, and never offered twice to the same.
/// </summary>
internal sealed class OfferFreedTimes(
    UnionDb db, SlotSearch search, TimeTaking times, Outbox outbox, SendingRules sending, LegalAidCiphers ciphers, LegalAidRules rules, BusinessClock clock) : IJob
{
    /// <summary>Of so many that fit, the first that was not offered before.</summary>
    private const int MostLookedAt = 50;

    private static readonly IReadOnlySet<DateOnly> Never = new HashSet<DateOnly>();

    public static string Name => "legal-aid/offer-freed-times";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(1));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        await db.WaitingWishes.Where(w => w.Until < today).ExecuteDeleteAsync(ct);
        if (sending.Times.FirstFor(MessageKind.BookingReminder, now, Never) > now) return new JobReport(0);

        var offered = 0;
        var waiting = await db.WaitingWishes.AsNoTracking().Where(w => w.OfferedUntil == null || w.OfferedUntil <= now)
            .OrderByDescending(w => w.IsUrgent).ThenBy(w => w.AskedAt).Select(w => w.Id).ToListAsync(ct);
        foreach (var id in waiting)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await TryOfferAsync(id, now, ct)) offered++;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }

        return new JobReport(offered, Skipped: waiting.Count - offered);
    }

    private async Task<bool> TryOfferAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.WaitingWishes.Where(w => w.Id == id).Select(w => (PersonId?)w.PersonId).SingleOrDefaultAsync(ct);
        if (person is not { } who) return false;

        await BookingLimits.LockAsync(db, who, phoneHash: null, ct);
        if (await db.WaitingWishes.SingleOrDefaultAsync(w => w.Id == id, ct) is not { } waiting || waiting.OfferedUntil > now) return false;

        // What they are deciding upon right now is not taken from them.
        if (await db.TakenTimes.AnyAsync(t => t.HeldBy == who && t.HeldUntil > now, ct)) return false;
        await db.TakenTimes.Where(t => t.HeldBy == who && t.HeldUntil <= now).ExecuteDeleteAsync(ct);

        waiting.Withdraw();
        return await FirstNewAsync(waiting, ct) is { } slot && await KeepAsync(waiting, slot, now, ct);
    }

    private async Task<FreeSlot?> FirstNewAsync(WaitingWish waiting, CancellationToken ct)
    {
        var found = await search.FindAsync(db, ciphers.OpenWish(waiting).Times, MostLookedAt, waiting.PersonId, ct);
        var before = await db.Set<WaitingOffer>().AsNoTracking().Where(o => o.WaitingId == waiting.Id).Select(o => new { o.LawyerId, o.StartsAt }).ToListAsync(ct);
        return found.FirstOrDefault(s => !before.Exists(o => o.LawyerId == s.LawyerId && o.StartsAt == s.StartsAt));
    }

    private async Task<bool> KeepAsync(WaitingWish waiting, FreeSlot slot, DateTimeOffset now, CancellationToken ct)
    {
        var until = now + rules.Offer;
        if (await times.TryHoldAsync(db, waiting.PersonId, slot, waiting.IsUrgent, until, ct) is not { } time) return false;

        waiting.Offer(time, until);
        db.Add(new WaitingOffer(waiting.Id, slot.LawyerId, slot.StartsAt, now));
        var occasion = string.Create(CultureInfo.InvariantCulture, $"legal-aid/offered/{time:N}");
        var reply = new FreedTimeOffered(slot.StartsAt, slot.Mode is ConsultationModes.OnSite, (int)rules.Offer.TotalMinutes, until);
        await outbox.AddAsync([new OutboundDraft(waiting.PersonId, occasion, reply, now, until) { Kind = MessageKind.Booking, Notice = new BookingReminderNotice(slot.StartsAt) }], ct);
        return true;
    }
}
