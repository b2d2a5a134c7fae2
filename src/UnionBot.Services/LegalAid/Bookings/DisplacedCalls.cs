using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Parts;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Whom staff call about a consultation: it could not be held and they did not answer, or nothing reaches them in the chat any more.</summary>
public sealed class DisplacedCalls(UnionDb db, LegalAidCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    /// <summary>By the time of the consultation. Whose number was read by whom is in the audit before anything is shown.</summary>
    public async Task<IReadOnlyList<DisplacedCall>> ReadAsync(LegalPart part, AuditActor reader, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var displaced = db.Set<Displacement>().Where(d => d.ListedAt != null && d.AnsweredAt == null).Select(d => d.BookingId);
        var gone = db.Set<Person>().Where(p => p.UnfollowedAt != null).Select(p => (PersonId?)p.Id);
        var listed = await db.BookingsIn(part).AsNoTracking()
            .Where(b => b.State == BookingState.Booked && (displaced.Contains(b.Id) || (b.StartsAt > now && gone.Contains(b.PersonId))))
            .OrderBy(b => b.StartsAt).Select(b => new { Booking = b, IsDisplaced = displaced.Contains(b.Id) }).ToListAsync(ct);
        foreach (var row in listed) audit.Add(reader, "booking/phone-read", BookingAudit.SubjectOf(row.Booking.Id), now);

        await db.SaveChangesAsync(ct);
        return [.. listed.Select(r => Opened(r.Booking, r.IsDisplaced))];
    }

    private DisplacedCall Opened(Booking booking, bool isDisplaced)
    {
        var told = ciphers.OpenTold(booking);
        return new DisplacedCall(booking.Number, booking.StartsAt, told?.Name, told?.Phone) { Id = booking.Id, Person = booking.PersonId, HasUnfollowed = !isDisplaced };
    }
}

/// <param name="StartsAt">The time that was booked; UTC.</param>
/// <param name="Name">In clear, as is the phone; never logged. Null when none was given.</param>
public sealed record DisplacedCall(string Number, DateTimeOffset StartsAt, string? Name, string? Phone)
{
    public required Guid Id { get; init; }

    /// <summary>Null for whoever has no account.</summary>
    public required PersonId? Person { get; init; }

    /// <summary>The consultation stands, but they unfollowed and cannot be reminded; else it has to be moved.</summary>
    public bool HasUnfollowed { get; init; }
}
