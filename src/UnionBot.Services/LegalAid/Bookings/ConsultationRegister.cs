using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <inheritdoc cref="IConsultations"/>
/// <param name="reminders">Made only when something is booked: it takes the database.</param>
internal sealed class ConsultationRegister(
    TurnDatabase turn,
    SlotSearch search,
    TimeTaking times,
    BookingLimits limits,
    BookingHistory history,
    KnownBookings known,
    Lazy<ReminderPlan> reminders,
    LegalAidRules rules,
    LegalAidCiphers ciphers,
    BusinessClock clock) : IConsultations
{
    public Task<IReadOnlyList<FreeSlot>> FindAsync(SlotWish wish, int most, CancellationToken ct) =>
        search.FindAsync(turn.Db, wish, most, turn.Speaker, ct);

    public async Task<HoldOutcome> HoldAsync(PersonId person, FreeSlot slot, HoldPurpose purpose, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        await ForgetHoldAsync(db, person, ct);
        if (await limits.RefusalForAsync(db, person, phoneHash: null, purpose, ct) is { } refusal) return new HoldOutcome(null, refusal);
        if (IsOutOfReach(slot, now)) return new HoldOutcome(null, BookingRefusal.OutOfReach);

        var until = now + rules.Hold;
        return await times.TryHoldAsync(db, person, slot, purpose.IsUrgent, until, ct) is { } hold
            ? new HoldOutcome(new HeldSlot(hold, slot, until))
            : new HoldOutcome(null, BookingRefusal.SlotTaken);
    }

    public async Task<bool> ReleaseAsync(PersonId person, CancellationToken ct) => await ForgetHoldAsync(turn.Db, person, ct) > 0;

    public async Task<BookingOutcome> ConfirmAsync(PersonId person, Guid hold, BookingDetails details, CancellationToken ct)
    {
        var (db, phoneHash) = (turn.Db, details.Phone is { } phone ? ciphers.PhoneHash(phone) : null);
        await BookingLimits.LockAsync(db, person, phoneHash, ct);
        if (await limits.RefusalForAsync(db, person, phoneHash, new HoldPurpose(details.IsUrgent, details.ForOther), ct) is { } refusal)
            return new BookingOutcome(null, refusal);
        var firstFree = await search.FindAsync(db, new SlotWish { IsUrgent = details.IsUrgent }, most: 1, person, ct);
        if (await FixAsync(db, person, hold, ct) is not { } taken) return new BookingOutcome(null, BookingRefusal.HoldOver);

        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        var told = ciphers.SealTold(id, details.Told with { Phone = details.Phone?.Value });
        var number = await BookingNumber.NextAsync(db, UnionCalendar.DayOf(taken.StartsAt), ct);
        var booking = new Booking(id, person, number, taken, details, told, phoneHash, now) { FirstFreeAt = firstFree is [var first] ? first.StartsAt : null };
        db.Add(booking);
        history.Note(db, booking, BookingDeed.Booked, AuditActor.Person(person), now);
        await reminders.Value.AddAsync(booking, ct);
        await StopWaitingAsync(db, person, ct);
        return new BookingOutcome(await known.ShowAsync(db, booking, ct)) { NeedsConfirming = await limits.NeedsConfirmingAsync(db, person, phoneHash, ct) };
    }

    public async Task<BookingOutcome> MoveAsync(PersonId person, Guid booking, Guid hold, string? reason, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        if (await LockedAsync(db, person, booking, ct) is not { State: BookingState.Booked } moved) return new BookingOutcome(null, BookingRefusal.NoSuchBooking);
        if (await FixAsync(db, person, hold, ct) is not { } taken) return new BookingOutcome(null, BookingRefusal.HoldOver);

        var (before, old) = ((moved.StartsAt, moved.LawyerId), moved.TakenTimeId);
        await reminders.Value.WithdrawAsync(moved, ct);
        moved.TryMove(taken);
        if (old is { } time) await TimeTaking.GiveBackAsync(db, time, ct);
        await reminders.Value.AddAsync(moved, ct);
        var isLate = history.NoteChange(db, moved, BookingDeed.Moved, AuditActor.Person(person), before, now, reason);
        await Displacement.AnswerAsync(db, booking, now, ct);
        await StopWaitingAsync(db, person, ct);
        return new BookingOutcome(await known.ShowAsync(db, moved, ct), IsLate: isLate);
    }

    public async Task<BookingOutcome> CancelAsync(PersonId person, Guid booking, string? reason, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        if (await LockedAsync(db, person, booking, ct) is not { } cancelled) return new BookingOutcome(null, BookingRefusal.NoSuchBooking);

        var time = cancelled.TakenTimeId;
        await reminders.Value.WithdrawAsync(cancelled, ct);
        cancelled.TryCancel(now);
        if (time is { } taken) await TimeTaking.GiveBackAsync(db, taken, ct);
        var isLate = history.NoteChange(
            db, cancelled, BookingDeed.Cancelled, AuditActor.Person(person), (cancelled.StartsAt, cancelled.LawyerId), now, reason);
        await Displacement.AnswerAsync(db, booking, now, ct);
        return new BookingOutcome(await known.ShowAsync(db, cancelled, ct), IsLate: isLate);
    }

    public async Task<bool> SayComingAsync(PersonId person, Guid booking, CancellationToken ct)
    {
        var db = turn.Db;
        if (await LockedAsync(db, person, booking, ct) is not { } coming || !coming.TrySayComing()) return false;

        history.Note(db, coming, BookingDeed.SaidComing, AuditActor.Person(person), clock.GetUtcNow());
        return true;
    }

    public Task<IReadOnlyList<KnownBooking>> OpenAsync(PersonId person, CancellationToken ct) => known.OpenAsync(turn.Db, person, ct);

    public Task<KnownBooking?> PastAsync(PersonId person, CancellationToken ct) => known.PastAsync(turn.Db, person, ct);

    public async Task WaitAsync(PersonId person, KeptWish wish, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        var waiting = await db.WaitingWishes.SingleOrDefaultAsync(w => w.PersonId == person, ct);
        if (waiting is null) db.Add(waiting = new WaitingWish(Guid.CreateVersion7(), person, now));

        waiting.Want(ciphers.SealWish(waiting.Id, wish), wish.Times.IsUrgent, wish.Times.Until ?? UnionCalendar.DayOf(now).AddDays(rules.HorizonDays));
    }

    public async Task<bool> StopWaitingAsync(PersonId person, CancellationToken ct)
    {
        var db = turn.Db;
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        var offered = db.WaitingWishes.Where(w => w.PersonId == person).Select(w => w.OfferedTimeId);
        await db.TakenTimes.Where(t => offered.Contains(t.Id) && t.HeldBy == person && t.HeldUntil != null).ExecuteDeleteAsync(ct);
        return await StopWaitingAsync(db, person, ct) > 0;
    }

    public async Task<FreedSlot?> OfferedAsync(PersonId person, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        if (await db.WaitingWishes.AsNoTracking().SingleOrDefaultAsync(w => w.PersonId == person && w.OfferedUntil > now, ct) is not { } waiting) return null;

        var time = await db.TakenTimes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == waiting.OfferedTimeId && t.HeldBy == person && t.HeldUntil > now, ct);
        if (time is null) return null;

        var slot = await known.NamedAsync(db, new FreeSlot(time.LawyerId, time.StartsAt, time.EndsAt, time.Mode, time.SiteId), ct);
        return new FreedSlot(new HeldSlot(time.Id, slot, time.HeldUntil!.Value), ciphers.OpenWish(waiting).Told);
    }

    public async Task<bool> DeclineAsync(PersonId person, CancellationToken ct)
    {
        var db = turn.Db;
        await BookingLimits.LockAsync(db, person, phoneHash: null, ct);
        if (await db.WaitingWishes.SingleOrDefaultAsync(w => w.PersonId == person, ct) is not { OfferedTimeId: { } time } waiting) return false;

        waiting.Withdraw();
        return await db.TakenTimes.Where(t => t.Id == time && t.HeldBy == person && t.HeldUntil != null).ExecuteDeleteAsync(ct) > 0;
    }

    private bool IsOutOfReach(FreeSlot slot, DateTimeOffset now) =>
        slot.StartsAt < now + rules.Notice || UnionCalendar.DayOf(slot.StartsAt) > UnionCalendar.DayOf(now).AddDays(rules.HorizonDays);

    private static Task<int> ForgetHoldAsync(UnionDb db, PersonId person, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM legal_taken_time WHERE held_by = {person.Value} AND held_until IS NOT NULL", ct);

    private static Task<int> StopWaitingAsync(UnionDb db, PersonId person, CancellationToken ct) =>
        db.WaitingWishes.Where(w => w.PersonId == person).ExecuteDeleteAsync(ct);

    /// <summary>What was held is theirs for good.</summary>
    /// <returns>Null when the hold has run out.</returns>
    private async Task<TakenTime?> FixAsync(UnionDb db, PersonId person, Guid hold, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isFixed = await db.Database.ExecuteSqlAsync(
            $"UPDATE legal_taken_time SET held_until = NULL WHERE id = {hold} AND held_by = {person.Value} AND held_until > {now}", ct) == 1;
        return isFixed ? await db.TakenTimes.AsNoTracking().SingleAsync(t => t.Id == hold, ct) : null;
    }

    /// <returns>Null when it is none of theirs that is still to come.</returns>
    private async Task<Booking?> LockedAsync(UnionDb db, PersonId person, Guid booking, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_booking WHERE id = {booking} FOR NO KEY UPDATE", ct);
        return await db.Bookings.Where(BookingsToCome.At(clock.GetUtcNow())).SingleOrDefaultAsync(b => b.Id == booking && b.PersonId == person, ct);
    }
}
