using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// Bookings whose lawyer does not work then any more, or whose site is closed: the rota changed, a day off came in between. Nothing
/// cancels them; staff decide one by one.
/// </summary>
public sealed class StrandedBookings
{
    private readonly UnionDb _db;
    private readonly ScheduleReader _reader;
    private readonly HolidaySchedule _holidays;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal StrandedBookings(UnionDb db, ScheduleReader reader, HolidaySchedule holidays, LegalAidCiphers ciphers, BusinessClock clock) =>
        (_db, _reader, _holidays, _ciphers, _clock) = (db, reader, holidays, ciphers, clock);

    /// <summary>By time.</summary>
    public async Task<IReadOnlyList<StrandedBooking>> ReadAsync(LegalPart part, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        var open = await _db.BookingsIn(part).AsNoTracking()
            .Where(b => b.State == BookingState.Booked && b.TakenTimeId != null && b.StartsAt > now).OrderBy(b => b.StartsAt).ToListAsync(ct);
        if (open.Count == 0) return [];

        var data = await _reader.ReadAsync(_db, UnionCalendar.DayOf(open[0].StartsAt), UnionCalendar.DayOf(open[^1].StartsAt), lawyer: null, own: null, ct);
        var names = await _db.Lawyers.AsNoTracking().ToDictionaryAsync(l => l.Id, ct);
        return [.. open.Where(b => !IsKept(b, data)).Select(b => new StrandedBooking(
            b.Id, b.Number, b.StartsAt, b.Mode, _ciphers.OpenLawyer(b.LawyerId, names[b.LawyerId].Name), b.SiteId is { } site ? data.Sites[site].Name : null))];
    }

    private bool IsKept(Booking booking, ScheduleData data) =>
        data.Lawyers.Any(l => l.Id == booking.LawyerId)
        && data.BlocksOf(booking.LawyerId, UnionCalendar.DayOf(booking.StartsAt), _holidays).Any(block => Holds(block, booking))
        && !data.Absences.Any(a => Meets(a, booking));

    private static bool Holds(WorkBlock block, Booking booking) =>
        block.StartsAt <= booking.StartsAt && booking.EndsAt <= block.EndsAt
        && block.Modes.HasFlag(booking.Mode) && (booking.SiteId is null || block.SiteId == booking.SiteId);

    private static bool Meets(Absence absence, Booking booking) =>
        absence.StartsAt < booking.EndsAt && booking.StartsAt < absence.EndsAt
        && (absence.LawyerId == booking.LawyerId || (absence.SiteId is not null && absence.SiteId == booking.SiteId) || absence is { LawyerId: null, SiteId: null });
}

/// <summary>A booking that nobody would keep.</summary>
/// <param name="Lawyer">In clear; never logged.</param>
/// <param name="Site">Null when nobody has to come anywhere.</param>
public sealed record StrandedBooking(Guid Id, string Number, DateTimeOffset StartsAt, ConsultationModes Mode, string Lawyer, string? Site);
