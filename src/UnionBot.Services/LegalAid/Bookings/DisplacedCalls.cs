using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Whom staff call about a consultation that could not be held, since they did not answer.</summary>
public sealed class DisplacedCalls(UnionDb db, LegalAidCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    /// <summary>Those who wait longest first. Whose number was read by whom is in the audit before anything is shown.</summary>
    public async Task<IReadOnlyList<DisplacedCall>> ReadAsync(AuditActor reader, CancellationToken ct)
    {
        var listed = await db.Set<Displacement>().AsNoTracking().Where(d => d.ListedAt != null && d.AnsweredAt == null)
            .Join(db.Set<Booking>(), d => d.BookingId, b => b.Id, (d, b) => new { d.At, Booking = b })
            .Where(r => r.Booking.State == BookingState.Booked).OrderBy(r => r.Booking.StartsAt).ToListAsync(ct);
        foreach (var row in listed) audit.Add(reader, "booking/phone-read", BookingAudit.SubjectOf(row.Booking.Id), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return [.. listed.Select(r => Opened(r.Booking))];
    }

    private DisplacedCall Opened(Booking booking)
    {
        var told = ciphers.OpenTold(booking);
        return new DisplacedCall(booking.Number, booking.StartsAt, told?.Name, told?.Phone) { Id = booking.Id, Person = booking.PersonId };
    }
}

/// <param name="StartsAt">The time that was booked; UTC.</param>
/// <param name="Name">In clear, as is the phone; never logged. Null when none was given.</param>
public sealed record DisplacedCall(string Number, DateTimeOffset StartsAt, string? Name, string? Phone)
{
    public required Guid Id { get; init; }

    /// <summary>Null for whoever has no account.</summary>
    public required PersonId? Person { get; init; }
}
