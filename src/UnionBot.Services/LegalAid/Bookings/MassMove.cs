using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>A lawyer is away: everybody who was to speak with them is offered the three nearest times; who does not answer is called.</summary>
public sealed class MassMove
{
    private const int Choices = 3;

    private readonly UnionDb _db;
    private readonly SlotSearch _search;
    private readonly BookingHistory _history;
    private readonly ReminderPlan _reminders;
    private readonly Outbox _outbox;
    private readonly AuditLog _audit;
    private readonly LegalAidRules _rules;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal MassMove(
        UnionDb db, SlotSearch search, BookingHistory history, ReminderPlan reminders, Outbox outbox, AuditLog audit, LegalAidRules rules, LegalAidCiphers ciphers, BusinessClock clock)
    {
        (_db, _search, _history, _reminders, _outbox) = (db, search, history, reminders, outbox);
        (_audit, _rules, _ciphers, _clock) = (audit, rules, ciphers, clock);
    }

    /// <summary>Keeps the lawyer's absence and tells everybody whose consultation falls into it; all of it or nothing.</summary>
    /// <param name="reason">For staff only.</param>
    /// <returns>How many bookings have to be moved.</returns>
    public async Task<int> LeaveAsync(long lawyer, DateTimeOffset from, DateTimeOffset until, string? reason, AuditActor who, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(ct);
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_lawyer WHERE id = {lawyer} FOR NO KEY UPDATE", ct);
        await _db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO legal_absence (lawyer_id, starts_at, ends_at, reason) VALUES ({lawyer}, {from.ToUniversalTime()}, {until.ToUniversalTime()}, {reason})
                ON CONFLICT (lawyer_id, site_id, starts_at) DO UPDATE SET ends_at = greatest(legal_absence.ends_at, excluded.ends_at)
            """, ct);
        var ids = await Concerned(lawyer, from, until, now).OrderBy(b => b.StartsAt).Select(b => b.Id).ToListAsync(ct);
        var offered = new Dictionary<FreeSlot, int>();
        foreach (var id in ids) await DisplaceAsync(id, offered, who, now, ct);

        _audit.Add(who, "lawyer/absent", BookingAudit.SubjectOf(lawyer), now, reason);
        await _db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return ids.Count;
    }

    /// <summary>Whose consultation falls into an absence, by time; what it would be if it were kept now.</summary>
    public async Task<IReadOnlyList<ConcernedBooking>> ConcernedAsync(long lawyer, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        await Concerned(lawyer, from, until, _clock.GetUtcNow()).AsNoTracking().OrderBy(b => b.StartsAt)
            .Select(b => new ConcernedBooking(b.Id, b.NumberDay, b.NumberInDay, b.StartsAt, b.Mode, b.IsUrgent, b.PersonId != null)).ToListAsync(ct);

    private IQueryable<Booking> Concerned(long lawyer, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var (begins, ends) = (from.ToUniversalTime(), until.ToUniversalTime());
        return _db.Set<Booking>().Where(b =>
            b.LawyerId == lawyer && b.State == BookingState.Booked && b.TakenTimeId != null && b.StartsAt < ends && b.EndsAt > begins && b.StartsAt > now);
    }

    private async Task DisplaceAsync(Guid id, Dictionary<FreeSlot, int> offered, AuditActor who, DateTimeOffset now, CancellationToken ct)
    {
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_booking WHERE id = {id} FOR NO KEY UPDATE", ct);
        var booking = await _db.Set<Booking>().SingleAsync(b => b.Id == id, ct);
        if (booking.State is not BookingState.Booked) return;

        await _reminders.WithdrawAsync(booking, ct);
        if (booking.TakenTimeId is { } time) await TimeTaking.GiveBackAsync(_db, time, ct);
        var answerBy = now + _rules.AnswerWithin;
        await _db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO legal_displacement (booking_id, at, answer_by) VALUES ({id}, {now}, {answerBy})
                ON CONFLICT (booking_id) DO UPDATE SET at = {now}, answer_by = {answerBy}, answered_at = NULL, listed_at = NULL
            """, ct);
        _history.Note(_db, booking, BookingDeed.Displaced, who, now);
        await TellAsync(booking, await NearestAsync(booking, offered, ct), now, ct);
    }

    /// <summary>The nearest free times for each; what was offered to others in the same breath comes later.</summary>
    private async Task<DateTimeOffset[]> NearestAsync(Booking booking, Dictionary<FreeSlot, int> offered, CancellationToken ct)
    {
        var served = _ciphers.OpenTold(booking)?.Employer is { } employer ? await ServingAsync(_ciphers.EmployerHash(employer), ct) : [];
        var length = Enum.GetValues<ConsultationLength>().FirstOrDefault(l => _rules.LengthOf(l) == booking.EndsAt - booking.StartsAt);
        var wish = new SlotWish { Modes = booking.Mode, Length = length, IsUrgent = booking.IsUrgent, Except = served };
        var nearest = (await _search.FindAsync(_db, wish, int.MaxValue, booking.PersonId, ct))
            .OrderBy(s => offered.GetValueOrDefault(s)).ThenBy(s => (s.StartsAt - booking.StartsAt).Duration()).Take(Choices).ToList();
        foreach (var slot in nearest) offered[slot] = offered.GetValueOrDefault(slot) + 1;
        return [.. nearest.Select(s => s.StartsAt).Order()];
    }

    private Task<List<long>> ServingAsync(byte[] employerHash, CancellationToken ct) =>
        _db.Set<ServedEmployer>().AsNoTracking().Where(s => s.EmployerHash == employerHash).Select(s => s.LawyerId).ToListAsync(ct);

    private async Task TellAsync(Booking booking, DateTimeOffset[] choices, DateTimeOffset now, CancellationToken ct)
    {
        if (booking.PersonId is not { } person) return;

        var occasion = string.Create(CultureInfo.InvariantCulture, $"legal-aid/displaced/{booking.Id:N}/{booking.Moves}");
        await _outbox.AddAsync([new OutboundDraft(person, occasion, new BookingDisplaced(booking.StartsAt, choices), now, booking.StartsAt)
        {
            Kind = MessageKind.Booking,
            Notice = new BookingReminderNotice(booking.StartsAt),
        }], ct);
    }
}

/// <summary>A booking that falls into an absence.</summary>
/// <param name="HasAccount">Whether a message can reach whoever booked it.</param>
public sealed record ConcernedBooking(Guid Id, DateOnly NumberDay, int NumberInDay, DateTimeOffset StartsAt, ConsultationModes Mode, bool IsUrgent, bool HasAccount)
{
    public string Number => BookingNumber.Text(NumberDay, NumberInDay);
}
