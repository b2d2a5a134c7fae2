using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// What staff and lawyers do with bookings, each deed with its entry in the audit, in a transaction of its own or, in a lawyer's chat, in
/// that of the turn.
/// </summary>
public sealed class StaffBookings
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(2);

    private readonly UnionDb _db;
    private readonly TimeTaking _times;
    private readonly BookingHistory _history;
    private readonly ReminderPlan _reminders;
    private readonly Outbox _outbox;
    private readonly AuditLog _audit;
    private readonly LegalAidRules _rules;
    private readonly BusinessClock _clock;

    internal StaffBookings(
        UnionDb db, TimeTaking times, BookingHistory history, ReminderPlan reminders, Outbox outbox, AuditLog audit, LegalAidRules rules, BusinessClock clock)
    {
        (_db, _times, _history, _reminders, _outbox) = (db, times, history, reminders, outbox);
        (_audit, _rules, _clock) = (audit, rules, clock);
    }

    /// <summary>They are there and say their number.</summary>
    /// <param name="number">As it is told, LA-0116-037, which means the latest of it; or the booking's id.</param>
    /// <param name="seen">How long its history was when they looked; null when they did not.</param>
    /// <returns>Null when it was done.</returns>
    public Task<BookingRefusal?> CheckInAsync(string number, AuditActor who, CancellationToken ct, int? seen = null) =>
        DoAsync(number, seen, who, BookingDeed.CheckedIn, (booking, now) => booking.TryCheckIn(now), ct);

    /// <summary>They did not come, nor will they now.</summary>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> MissAsync(string number, AuditActor who, CancellationToken ct, int? seen = null) =>
        DoAsync(number, seen, who, BookingDeed.NoShow, (booking, now) => booking.TryMiss(_rules.LateArrival, now), ct);

    /// <summary>The consultation was held, or went on elsewhere.</summary>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> FinishAsync(string number, BookingState how, AuditActor who, CancellationToken ct, int? seen = null) =>
        DoAsync(number, seen, who, how is BookingState.Done ? BookingDeed.Done : BookingDeed.Transferred, (booking, now) => booking.TryFinish(how, now), ct);

    /// <summary>They were called and did not answer; after the second time it is over, and no fault of theirs.</summary>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> CallInVainAsync(string number, AuditActor who, CancellationToken ct, int? seen = null) =>
        InTransactionAsync(number, seen, async (booking, now) =>
    {
        if (!booking.TryCallInVain(now)) return false;

        Note(booking, booking.IsOpen ? BookingDeed.CallFailed : BookingDeed.NotAnswered, who, now);
        await TellAsync(booking, $"call-{booking.FailedCalls}", new CallWasInVain(!booking.IsOpen), now, ct);
        return true;
    }, ct);

    /// <summary>Cancelled for them.</summary>
    /// <param name="tells">Whether they are told; they may have asked for it themselves, by phone.</param>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> CancelAsync(string number, string reason, AuditActor who, CancellationToken ct, bool tells = true, int? seen = null) =>
        InTransactionAsync(number, seen, async (booking, now) =>
    {
        var (time, before) = (booking.TakenTimeId, (booking.StartsAt, booking.LawyerId));
        await _reminders.WithdrawAsync(booking, ct);
        if (!booking.TryCancel(now)) return false;

        if (time is { } taken) await TimeTaking.GiveBackAsync(_db, taken, ct);
        _history.NoteChange(_db, booking, BookingDeed.Cancelled, who, before, now, reason);
        Audit(booking, BookingDeed.Cancelled, who, now);
        await Displacement.AnswerAsync(_db, booking.Id, now, ct);
        if (tells) await TellAsync(booking, "cancelled", new BookingChangedByStaff(before.StartsAt, IsCancelled: true, booking.Mode is ConsultationModes.OnSite), now, ct);
        return true;
    }, ct);

    /// <summary>Moved for them; any time at which the lawyer is free, be it offered to people or not.</summary>
    /// <param name="tells">Whether they are told; they may have asked for it themselves, by phone.</param>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> MoveAsync(
        string number, FreeSlot slot, AuditActor who, CancellationToken ct, bool tells = true, string? reason = null, int? seen = null) =>
        InTransactionAsync(number, seen, async (booking, now) =>
    {
        if (booking.State is not BookingState.Booked) return false;

        // Both lawyers, in order, before the old time is given back: of two who swap their times the second waits for the first.
        var (old, before) = (booking.TakenTimeId, (booking.StartsAt, booking.LawyerId));
        long[] lawyers = [booking.LawyerId, slot.LawyerId];
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_lawyer WHERE id = ANY ({lawyers}) ORDER BY id FOR NO KEY UPDATE", ct);
        if (old is { } time) await TimeTaking.GiveBackAsync(_db, time, ct);
        if (await _times.TryTakeAsync(_db, slot, ct) is not { } taken) return false;

        await _reminders.WithdrawAsync(booking, ct);
        booking.TryMove(await _db.Set<TakenTime>().AsNoTracking().SingleAsync(t => t.Id == taken, ct));
        await _reminders.AddAsync(booking, ct);
        _history.NoteChange(_db, booking, BookingDeed.Moved, who, before, now, reason);
        Audit(booking, BookingDeed.Moved, who, now);
        await Displacement.AnswerAsync(_db, booking.Id, now, ct);
        if (tells) await TellAsync(booking, "moved", new BookingChangedByStaff(booking.StartsAt, IsCancelled: false, booking.Mode is ConsultationModes.OnSite), now, ct);
        return true;
    }, ct);

    /// <summary>Somebody else goes on with the matter: a case for staff, so that it is not lost on the way.</summary>
    /// <param name="reason">For staff only; null when there is nothing to say.</param>
    /// <param name="tells">Whether they are told that somebody will be in touch.</param>
    /// <inheritdoc cref="CheckInAsync"/>
    public Task<BookingRefusal?> TransferAsync(
        string number, TransferTarget to, string? reason, AuditActor who, CancellationToken ct, bool tells = true, int? seen = null) =>
        InTransactionAsync(number, seen, async (booking, now) =>
    {
        if (!booking.TryTransfer(to, now)) return false;

        await _reminders.WithdrawAsync(booking, ct);
        _history.Note(_db, booking, BookingDeed.Transferred, who, now, reason);
        Audit(booking, BookingDeed.Transferred, who, now);
        if (booking.PersonId is { } person) _db.Add(new Case(person, CaseKinds.Transferred, now, BookingAudit.SubjectOf(booking.Id)));
        if (tells) await TellAsync(booking, "transferred", new BookingGoesOn(booking.StartsAt), now, ct);
        return true;
    }, ct);

    private Task<BookingRefusal?> DoAsync(
        string number, int? seen, AuditActor who, BookingDeed deed, Func<Booking, DateTimeOffset, bool> tryDo, CancellationToken ct) =>
        InTransactionAsync(number, seen, async (booking, now) =>
        {
            if (!tryDo(booking, now)) return false;

            await _reminders.WithdrawAsync(booking, ct);
            Note(booking, deed, who, now);
            return true;
        }, ct);

    /// <returns>Null when it was done.</returns>
    private async Task<BookingRefusal?> InTransactionAsync(string number, int? seen, Func<Booking, DateTimeOffset, Task<bool>> work, CancellationToken ct)
    {
        await using var own = await _db.BeginOwnAsync(ct);
        if (await FindAsync(number, ct) is not { } booking) return BookingRefusal.NoSuchBooking;
        if (seen is { } steps && await _db.Set<BookingEvent>().CountAsync(e => e.BookingId == booking.Id, ct) != steps) return BookingRefusal.Changed;
        if (!await work(booking, _clock.GetUtcNow())) return booking.IsOpen ? BookingRefusal.NotNow : BookingRefusal.NoSuchBooking;

        await _db.SaveChangesAsync(ct);
        if (own is not null) await own.CommitAsync(ct);
        return null;
    }

    private async Task<Booking?> FindAsync(string number, CancellationToken ct)
    {
        if (await _db.BookingIdAsync(number, ct) is not { } found) return null;

        // The person first, as in their own turns; then the booking.
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM person WHERE id = (SELECT person_id FROM legal_booking WHERE id = {found}) FOR NO KEY UPDATE", ct);
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_booking WHERE id = {found} FOR NO KEY UPDATE", ct);
        return await _db.Set<Booking>().SingleAsync(b => b.Id == found, ct);
    }

    private void Note(Booking booking, BookingDeed deed, AuditActor who, DateTimeOffset now)
    {
        _history.Note(_db, booking, deed, who, now);
        Audit(booking, deed, who, now);
    }

    private void Audit(Booking booking, BookingDeed deed, AuditActor who, DateTimeOffset now) =>
        _audit.Add(who, BookingAudit.ActionOf(deed), BookingAudit.SubjectOf(booking.Id), now);

    private async Task TellAsync(Booking booking, string what, IReply reply, DateTimeOffset now, CancellationToken ct)
    {
        if (booking.PersonId is not { } person) return;

        var occasion = string.Create(CultureInfo.InvariantCulture, $"legal-aid/staff/{booking.Id:N}/{booking.Moves}/{what}");
        await _outbox.AddAsync([new OutboundDraft(person, occasion, reply, now, now + WorthTelling)
        {
            Kind = MessageKind.Booking,
            Notice = new BookingReminderNotice(booking.StartsAt),
        }], ct);
    }
}
