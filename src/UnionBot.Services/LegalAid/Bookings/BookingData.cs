using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Outcomes;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Consultations as personal data. While one is open the person is still needed; what was told goes with them, the figures stay.</summary>
internal sealed class BookingData(UnionDb db, LegalAidCiphers ciphers) : IPersonalData
{
    public string Section => "legal-aid";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.PersonId == person).OrderBy(b => b.BookedAt).ToListAsync(ct);
        var events = await db.Set<BookingEvent>().AsNoTracking()
            .Where(e => e.Reason != null && db.Set<Booking>().Any(b => b.Id == e.BookingId && b.PersonId == person)).OrderBy(e => e.At).ToListAsync(ct);
        var outcomes = await OutcomesOfAsync(person, ct);
        var answers = await db.ConsultationFollowUps.AsNoTracking().Where(f => f.PersonId == person && f.Solved != null).OrderBy(f => f.AskedAt).ToListAsync(ct);
        var waiting = await db.WaitingWishes.AsNoTracking().Where(w => w.PersonId == person).ToListAsync(ct);
        return
        [
            .. bookings.SelectMany(FactsOf),
            .. events.Select(e => new PersonalFact("booking-reason", ciphers.OpenReason(e)!, e.At)),
            .. outcomes.Select(o => new PersonalFact("consultation-note", ciphers.OpenNote(o)!, o.WrittenAt)),
            .. answers.Select(f => new PersonalFact("consultation-solved", NameOf(f.Solved!.Value), f.SolvedAt)),
            .. answers.Where(f => f.Score is not null).Select(f => new PersonalFact("consultation-score", $"{f.Score}", f.ScoredAt)),
            .. waiting.Select(w => new PersonalFact("waiting-until", $"{w.Until:yyyy-MM-dd}", w.AskedAt)),
            .. waiting.Select(w => new PersonalFact("told-lawyer", ciphers.OpenWish(w).Summary, w.AskedAt)).Where(fact => fact.Value.Length > 0),
        ];
    }

    public async Task<string?> HoldAsync(PersonId person, CancellationToken ct) =>
        await db.Bookings.AnyAsync(b => b.PersonId == person && (b.State == BookingState.Booked || b.State == BookingState.CheckedIn), ct)
            ? "booking/open"
            : null;

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE legal_booking SET told = NULL, phone_hash = NULL WHERE person_id = {person.Value}", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE legal_booking_event SET reason = NULL FROM legal_booking b
             WHERE legal_booking_event.booking_id = b.id AND b.person_id = {person.Value} AND reason IS NOT NULL
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE legal_outcome SET note = NULL FROM legal_booking b
             WHERE legal_outcome.booking_id = b.id AND b.person_id = {person.Value} AND note IS NOT NULL
            """, ct);
        await db.LawyerChats.Where(c => c.PersonId == person).ExecuteUpdateAsync(c => c.SetProperty(chat => chat.PersonId, (PersonId?)null), ct);
        await db.WaitingWishes.Where(w => w.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM legal_taken_time WHERE held_by = {person.Value} AND held_until IS NOT NULL", ct);
    }

    /// <summary>What lawyers wrote of their matter in words.</summary>
    private Task<List<Outcome>> OutcomesOfAsync(PersonId person, CancellationToken ct) => db.Outcomes.AsNoTracking()
        .Where(o => o.Note != null && db.Set<Booking>().Any(b => b.Id == o.BookingId && b.PersonId == person)).OrderBy(o => o.WrittenAt).ToListAsync(ct);

    private static string NameOf(Solved solved) => solved switch
    {
        Solved.Yes => "yes",
        Solved.Partly => "partly",
        _ => "no",
    };

    private IEnumerable<PersonalFact> FactsOf(Booking booking)
    {
        var local = booking.StartsAt.ToOffset(UnionCalendar.ChinaOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        yield return new PersonalFact("consultation", $"{booking.Number} {local}", booking.BookedAt);
        if (ciphers.OpenTold(booking) is not { } told) yield break;

        string?[] lines = [told.Summary, told.Employer, told.Name, told.Relation, .. told.Facts.Values];
        yield return new PersonalFact("told-lawyer", string.Join('；', lines.Where(line => !string.IsNullOrEmpty(line))), booking.BookedAt);
        if (told.Phone is { } phone) yield return new PersonalFact("phone-for-lawyer", phone, booking.BookedAt);
    }
}
