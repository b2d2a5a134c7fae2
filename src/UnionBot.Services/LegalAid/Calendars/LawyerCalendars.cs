using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Calendars;

/// <summary>What stands in the calendar behind a secret address: when, which number, how and where, and nothing of whom or what about.</summary>
public sealed class LawyerCalendars(UnionDb db, LegalAidCiphers ciphers, BusinessClock clock)
{
    /// <summary>What is longer over is left out.</summary>
    private const int DaysBack = 30;

    /// <returns>By time; null when no active lawyer's calendar is behind the secret.</returns>
    public async Task<IReadOnlyList<CalendarEntry>?> ReadAsync(string secret, CancellationToken ct)
    {
        var hash = ciphers.CalendarHash(secret);
        var lawyer = await db.CalendarLinks.AsNoTracking()
            .Where(l => l.SecretHash == hash && db.Set<Lawyer>().Any(w => w.Id == l.LawyerId && w.IsActive)).Select(l => (long?)l.LawyerId).SingleOrDefaultAsync(ct);
        if (lawyer is not { } id) return null;

        var since = clock.GetUtcNow().AddDays(-DaysBack);
        var theirs = await EntriesOf(db.Bookings.Where(b => b.LawyerId == id && b.StartsAt >= since)).ToListAsync(ct);
        return [.. theirs.Select(ToEntry).Concat(await GivenAwayAsync(id, since, ct)).OrderBy(e => e.StartsAt)];
    }

    /// <summary>A booking that another lawyer has by now is cancelled in this calendar: left out, it would stay in many programs.</summary>
    private async Task<IEnumerable<CalendarEntry>> GivenAwayAsync(long lawyer, DateTimeOffset since, CancellationToken ct)
    {
        var moves = await db.Set<BookingEvent>().AsNoTracking()
            .Where(e => e.Deed == BookingDeed.Moved && e.FromLawyer == lawyer && e.FromStart >= since)
            .Join(db.Bookings.Where(b => b.LawyerId != lawyer), e => e.BookingId, b => b.Id, (e, b) => new { e.BookingId, e.FromStart, e.At }).ToListAsync(ct);
        var last = moves.GroupBy(m => m.BookingId).Select(g => g.MaxBy(m => m.At)!).ToDictionary(m => m.BookingId, m => (Start: m.FromStart!.Value, m.At));
        var bookings = await EntriesOf(db.Bookings.Where(b => last.Keys.Contains(b.Id))).ToListAsync(ct);
        return bookings.Select(row => ToEntry(row) with
        {
            StartsAt = last[row.Booking.Id].Start,
            EndsAt = last[row.Booking.Id].Start + (row.Booking.EndsAt - row.Booking.StartsAt),
            IsCancelled = true,
            ChangedAt = last[row.Booking.Id].At,
        });
    }

    private IQueryable<Row> EntriesOf(IQueryable<Booking> bookings) => bookings.AsNoTracking().Select(b => new Row(
        b,
        db.Set<Site>().Where(s => s.Id == b.SiteId).Select(s => s.Name).FirstOrDefault(),
        Changes.Where(e => e.BookingId == b.Id).Count(),
        Changes.Where(e => e.BookingId == b.Id).Max(e => (DateTimeOffset?)e.At)));

    private IQueryable<BookingEvent> Changes => db.Set<BookingEvent>()
        .Where(e => e.Deed == BookingDeed.Moved || e.Deed == BookingDeed.Cancelled || e.Deed == BookingDeed.Displaced);

    private static CalendarEntry ToEntry(Row row) => new(
        row.Booking.Id, row.Booking.Number, row.Booking.StartsAt, row.Booking.EndsAt, row.Booking.Mode, row.Site,
        IsOff(row.Booking), row.Changes, row.ChangedAt ?? row.Booking.BookedAt);

    /// <summary>Also of one whose time the lawyer cannot keep, until it has another.</summary>
    private static bool IsOff(Booking booking) => booking is { State: BookingState.Cancelled } or { State: BookingState.Booked, TakenTimeId: null };

    private sealed record Row(Booking Booking, string? Site, int Changes, DateTimeOffset? ChangedAt);
}

/// <summary>A consultation in a calendar.</summary>
/// <param name="Id">Stays when it is moved or cancelled.</param>
/// <param name="StartsAt">UTC, as is the end.</param>
/// <param name="Site">Null when nobody has to come anywhere.</param>
/// <param name="Sequence">Rises with each change.</param>
/// <param name="ChangedAt">When it was booked, or changed last; UTC.</param>
public sealed record CalendarEntry(
    Guid Id, string Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt, ConsultationModes Mode, string? Site, bool IsCancelled, int Sequence, DateTimeOffset ChangedAt);
