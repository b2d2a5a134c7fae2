using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Readings;

/// <summary>What was told in a consultation, for lawyers in their chats, by commands and in the console; each reading with a reason.</summary>
public sealed class ConsultationRecords
{
    private readonly UnionDb _db;
    private readonly ReadingRights _rights;
    private readonly LegalAidCiphers _ciphers;
    private readonly ReadingLog _log;
    private readonly BusinessClock _clock;

    internal ConsultationRecords(UnionDb db, ReadingRights rights, LegalAidCiphers ciphers, ReadingLog log, BusinessClock clock) =>
        (_db, _rights, _ciphers, _log, _clock) = (db, rights, ciphers, log, clock);

    /// <summary>A member of staff reads it; that they did is kept before anything is given.</summary>
    /// <param name="number">LA-0116-037, as people type it; or the booking's id.</param>
    /// <param name="reason">Why, in their words.</param>
    public async Task<ReadingOutcome> ReadAsync(string number, long staff, string reason, CancellationToken ct)
    {
        if (await _db.BookingIdAsync(number, ct) is not { } id) return new ReadingOutcome(null, ReadingRefusal.NoSuchBooking);

        var booking = await _db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id, ct);
        if (await _rights.OfStaffAsync(booking, staff, ct) is not { } right) return new ReadingOutcome(null, ReadingRefusal.NotAllowed);
        if (reason.Trim() is not { Length: > 0 and <= Reading.LongestReason } said) return new ReadingOutcome(null, ReadingRefusal.NoReason);

        _log.Note(id, AuditActor.Staff(staff), right, said, _clock.GetUtcNow());
        await _db.SaveChangesAsync(ct);
        return new ReadingOutcome(await OpenAsync(booking, ct));
    }

    /// <summary>Who read it, the latest first.</summary>
    public async Task<IReadOnlyList<ReadingEntry>> ReadingsAsync(string number, CancellationToken ct)
    {
        if (await _db.BookingIdAsync(number, ct) is not { } id) return [];

        var readings = await _db.Readings.AsNoTracking().Where(r => r.BookingId == id).OrderByDescending(r => r.At).ToListAsync(ct);
        return [.. readings.Select(r => new ReadingEntry(r.Actor, r.ActorId, r.Right, _ciphers.OpenReadingReason(r), r.At))];
    }

    /// <summary>A lawyer reads it in their chat, in the transaction of the turn that shows it.</summary>
    /// <returns>Null when it is none of theirs.</returns>
    internal async Task<ConsultationRecord?> ReadInChatAsync(Booking booking, PersonId person, string reason, CancellationToken ct)
    {
        if (await _rights.OfPersonAsync(booking, person, ct) is not { } right) return null;

        _log.Note(booking.Id, AuditActor.Person(person), right, reason, _clock.GetUtcNow());
        return await OpenAsync(booking, ct);
    }

    private async Task<ConsultationRecord> OpenAsync(Booking booking, CancellationToken ct)
    {
        var written = await _db.Outcomes.AsNoTracking()
            .Where(o => o.BookingId == booking.Id && o.Note != null).OrderByDescending(o => o.Version).ToListAsync(ct);
        return new ConsultationRecord(
            booking.Number, booking.Topic, _ciphers.OpenTold(booking), [.. written.Select(o => new OutcomeNote(o.Version, _ciphers.OpenNote(o)!))]);
    }
}

/// <summary>What was told in a consultation, and what was written about it in words. In clear; never logged.</summary>
/// <param name="Topic">Code, such as <c>wage_arrears</c>.</param>
/// <param name="Told">Null once it was forgotten.</param>
/// <param name="Notes">The version that counts first.</param>
public sealed record ConsultationRecord(string Number, string Topic, ToldDetails? Told, IReadOnlyList<OutcomeNote> Notes);

public sealed record OutcomeNote(int Version, string Text);

/// <summary>Either what was told, or why it is not shown.</summary>
public sealed record ReadingOutcome(ConsultationRecord? Record, ReadingRefusal? Refusal = null);

/// <summary>Why nothing is shown. Expected outcomes, no errors.</summary>
public enum ReadingRefusal
{
    NoSuchBooking,

    /// <summary>They are neither its lawyer nor a legal supervisor for that part of the tree.</summary>
    NotAllowed,

    /// <summary>No reason was given, or a whole story.</summary>
    NoReason,
}

/// <summary>One reading.</summary>
/// <param name="By">A member of staff, or a person who is bound as a lawyer.</param>
/// <param name="Reason">In their words.</param>
/// <param name="At">UTC.</param>
public sealed record ReadingEntry(AuditActorKind By, long ById, ReadingRight Right, string Reason, DateTimeOffset At);
