using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Reminders;

namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>Writes outcomes in the caller's transaction, who has locked the booking and saves.</summary>
internal sealed class OutcomeWriting(BookingHistory history, LegalAidCiphers ciphers)
{
    /// <param name="seen">The version that was looked at, 0 when there was none.</param>
    /// <returns>Null when it is written; then the consultation is over, too.</returns>
    public async Task<OutcomeRefusal?> WriteAsync(
        UnionDb db, ReminderPlan reminders, Booking booking, OutcomeDetails details, int seen, AuditActor who, DateTimeOffset now, CancellationToken ct)
    {
        if (!details.IsPossible) return OutcomeRefusal.Impossible;
        if (booking.State is BookingState.Cancelled or BookingState.NoShow or BookingState.NotAnswered) return OutcomeRefusal.NotHeld;
        if (booking.IsOpen && UnionCalendar.DayOf(booking.StartsAt) > UnionCalendar.DayOf(now)) return OutcomeRefusal.NotYet;

        var last = await db.Outcomes.SingleOrDefaultAsync(o => o.BookingId == booking.Id && o.ReplacedAt == null, ct);
        if ((last?.Version ?? 0) != seen) return OutcomeRefusal.ChangedMeanwhile;

        last?.Replace(now);
        var id = Guid.CreateVersion7();
        db.Add(new Outcome(id, booking.Id, seen + 1, details, Sealed(id, details.Note), who, now));
        await FinishAsync(db, reminders, booking, details.Kinds, who, now, ct);
        history.Note(db, booking, last is null ? BookingDeed.OutcomeWritten : BookingDeed.OutcomeCorrected, who, now);
        return null;
    }

    private async Task FinishAsync(
        UnionDb db, ReminderPlan reminders, Booking booking, OutcomeKinds kinds, AuditActor who, DateTimeOffset now, CancellationToken ct)
    {
        var goesOn = (kinds & OutcomeKinds.Transfers) is not OutcomeKinds.None;
        if (!booking.TryFinish(goesOn ? BookingState.Transferred : BookingState.Done, now)) return;

        await reminders.WithdrawAsync(booking, ct);
        history.Note(db, booking, goesOn ? BookingDeed.Transferred : BookingDeed.Done, who, now);
    }

    private byte[]? Sealed(Guid id, string? note) => string.IsNullOrWhiteSpace(note) ? null : ciphers.SealNote(id, note.Trim());
}
