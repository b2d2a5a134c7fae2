using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Reads bookings as their owners may see them.</summary>
internal sealed class KnownBookings(SlotSearch search, LegalAidCiphers ciphers, BusinessClock clock)
{
    public async Task<IReadOnlyList<KnownBooking>> OpenAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var open = await db.Bookings.AsNoTracking()
            .Where(b => b.PersonId == person).Where(BookingsToCome.At(clock.GetUtcNow()))
            .OrderBy(b => b.StartsAt).ToListAsync(ct);
        var known = new List<KnownBooking>(open.Count);
        foreach (var booking in open) known.Add(await ShowAsync(db, booking, ct));
        return known;
    }

    /// <summary>The last whose time is over, while nobody wrote what came of it; null when there is none.</summary>
    public async Task<KnownBooking?> PastAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var past = await db.Bookings.AsNoTracking()
            .Where(b => b.PersonId == person && b.State == BookingState.Booked && b.TakenTimeId != null && b.EndsAt <= now)
            .OrderByDescending(b => b.StartsAt).FirstOrDefaultAsync(ct);
        return past is null ? null : await ShowAsync(db, past, ct);
    }

    public async Task<KnownBooking> ShowAsync(UnionDb db, Booking booking, CancellationToken ct) => new(
        booking.Id,
        booking.Number,
        await NamedAsync(db, new FreeSlot(booking.LawyerId, booking.StartsAt, booking.EndsAt, booking.Mode, booking.SiteId), ct),
        booking.State,
        booking.Topic,
        ciphers.OpenTold(booking)?.Phone,
        booking.IsUrgent,
        booking.ForOther,
        booking.Moves)
    {
        IsDisplaced = booking.TakenTimeId is null && booking.IsOpen,
    };

    public async Task<FreeSlot> NamedAsync(UnionDb db, FreeSlot slot, CancellationToken ct)
    {
        var lawyer = await db.Lawyers.AsNoTracking().SingleAsync(l => l.Id == slot.LawyerId, ct);
        var site = slot.SiteId is { } id ? await db.Sites.AsNoTracking().SingleAsync(s => s.Id == id, ct) : null;
        return search.Named(slot, lawyer, site);
    }
}
