using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Reminders;

namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>
/// Where staff and lawyers write and read what came of consultations. Each version comes with its entry in the audit, in a
/// transaction of its own or in that of a lawyer's turn.
/// </summary>
public sealed class OutcomeRegister
{
    private readonly UnionDb _db;
    private readonly OutcomeWriting _writing;
    private readonly ReminderPlan _reminders;
    private readonly AuditLog _audit;
    private readonly BusinessClock _clock;

    internal OutcomeRegister(UnionDb db, OutcomeWriting writing, ReminderPlan reminders, AuditLog audit, BusinessClock clock) =>
        (_db, _writing, _reminders, _audit, _clock) = (db, writing, reminders, audit, clock);

    /// <param name="number">LA-0116-037, as people type it.</param>
    /// <param name="seen">The version that was looked at, 0 when there was none.</param>
    /// <returns>Null when it is written.</returns>
    public async Task<OutcomeRefusal?> WriteAsync(string number, OutcomeDetails details, int seen, AuditActor who, CancellationToken ct)
    {
        await using var own = await _db.BeginOwnAsync(ct);
        if (await _db.BookingIdAsync(number, ct) is not { } id) return OutcomeRefusal.NoSuchBooking;

        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_booking WHERE id = {id} FOR NO KEY UPDATE", ct);
        var (booking, now) = (await _db.Set<Booking>().SingleAsync(b => b.Id == id, ct), _clock.GetUtcNow());
        if (await _writing.WriteAsync(_db, _reminders, booking, details, seen, who, now, ct) is { } refusal) return refusal;

        _audit.Add(who, BookingAudit.ActionOf(seen == 0 ? BookingDeed.OutcomeWritten : BookingDeed.OutcomeCorrected), BookingAudit.SubjectOf(id), now);
        await _db.SaveChangesAsync(ct);
        if (own is not null) await own.CommitAsync(ct);
        return null;
    }

    /// <summary>All versions, the one that counts first, without what was written in words: that is read where what was told is read.</summary>
    public async Task<IReadOnlyList<WrittenOutcome>> ReadAsync(string number, CancellationToken ct)
    {
        if (await _db.BookingIdAsync(number, ct) is not { } id) return [];

        var versions = await _db.Outcomes.AsNoTracking().Where(o => o.BookingId == id).OrderByDescending(o => o.Version).ToListAsync(ct);
        return [.. versions.Select(Show)];
    }

    private static WrittenOutcome Show(Outcome written) => new(
        written.Version,
        new OutcomeDetails
        {
            Kinds = written.Kinds,
            People = written.People,
            AmountInvolvedFen = written.AmountInvolvedFen,
            AmountRecoveredFen = written.AmountRecoveredFen,
            Minutes = written.Minutes,
            IsSettled = written.IsSettled,
        },
        written.Note is not null,
        written.Actor,
        written.ActorId,
        written.WrittenAt);
}

/// <summary>One version of an outcome.</summary>
/// <param name="Details">Without the note.</param>
/// <param name="By">Who wrote it, with their number there; null for who has none.</param>
/// <param name="At">UTC.</param>
public sealed record WrittenOutcome(int Version, OutcomeDetails Details, bool HasNote, AuditActorKind By, long? ById, DateTimeOffset At);
