using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>One booking as staff see it: when, with whom, what was done with it. Nothing of what was told.</summary>
public sealed class BookingFiles(UnionDb db, LegalAidCiphers ciphers, StaffRegister staff, AuditLog audit, BusinessClock clock, LegalAidRules rules)
{
    /// <returns>Null when there is no such booking in that part.</returns>
    public async Task<BookingFile?> OpenAsync(Guid id, LegalPart part, CancellationToken ct)
    {
        if (await db.BookingsIn(part).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } booking) return null;

        var lawyers = await db.Lawyers.AsNoTracking().ToDictionaryAsync(l => l.Id, ct);
        var site = booking.SiteId is { } at ? await db.Sites.AsNoTracking().SingleAsync(s => s.Id == at, ct) : null;
        var events = await db.Set<BookingEvent>().AsNoTracking().Where(e => e.BookingId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct);
        var names = await staff.NamesAsync(events.Where(e => e.Actor is AuditActorKind.Staff).Select(e => e.ActorId!.Value).Distinct(), ct);
        return new BookingFile(booking, NameOf(booking.LawyerId), site, [.. events.Select(e => StepOf(e))])
        {
            MayBeMissed = booking.State is BookingState.Booked && clock.GetUtcNow() >= booking.StartsAt + rules.LateArrival,
        };

        string NameOf(long lawyer) => ciphers.OpenLawyer(lawyer, lawyers[lawyer].Name);

        // What somebody said for themselves is theirs; what staff wrote is staff's.
        BookingStep StepOf(BookingEvent e) => new(e.Deed, e.At, e.Actor, e.ActorId is { } who && e.Actor is AuditActorKind.Staff ? names[who] : null)
        {
            IsLate = e.IsLate,
            FromStart = e.FromStart,
            FromLawyer = e.FromLawyer is { } before ? NameOf(before) : null,
            Reason = e.Actor is AuditActorKind.Staff or AuditActorKind.Operator ? ciphers.OpenReason(e) : null,
        };
    }

    /// <summary>The booking of a number, where it lies in a part. A number comes again after a year: the latest is meant.</summary>
    /// <param name="number">As people type it; or the booking's id.</param>
    /// <returns>Null when there is none in that part.</returns>
    public async Task<Guid?> FindAsync(string number, LegalPart part, CancellationToken ct) =>
        await db.BookingIdAsync(number, ct) is { } id && await db.BookingsIn(part).AnyAsync(b => b.Id == id, ct) ? id : null;

    /// <summary>Which of some bookings lie in a part.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(IReadOnlyCollection<Guid> bookings, LegalPart part, CancellationToken ct) =>
        await db.BookingsIn(part).Where(b => bookings.Contains(b.Id)).Select(b => b.Id).ToHashSetAsync(ct);

    /// <summary>The number that was given for the call. Who read it is in the audit.</summary>
    /// <returns>Null when none was given.</returns>
    public async Task<(string? Phone, PersonId? Person)> ReadPhoneAsync(Guid id, LegalPart part, AuditActor who, CancellationToken ct)
    {
        if (await db.BookingsIn(part).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { IsOpen: true } booking) return (null, null);

        audit.Add(who, "booking/phone-read", BookingAudit.SubjectOf(id), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return (ciphers.OpenTold(booking)?.Phone, booking.PersonId);
    }
}

/// <summary>A booking with its history.</summary>
/// <param name="Lawyer">In clear; never logged.</param>
/// <param name="Site">Null when nobody has to come anywhere.</param>
public sealed record BookingFile(Booking Booking, string Lawyer, Site? Site, IReadOnlyList<BookingStep> History)
{
    /// <summary>They have not come, and are too late by now.</summary>
    public bool MayBeMissed { get; init; }
}

/// <summary>One step of a booking's history.</summary>
/// <param name="Staff">Who did it, by name; null when it was no member of staff.</param>
public sealed record BookingStep(BookingDeed Deed, DateTimeOffset At, AuditActorKind Actor, string? Staff)
{
    public bool IsLate { get; init; }

    /// <summary>Where it was before it was moved; null otherwise. UTC.</summary>
    public DateTimeOffset? FromStart { get; init; }

    public string? FromLawyer { get; init; }

    /// <summary>What staff wrote; null when they wrote nothing, or it was the person's own.</summary>
    public string? Reason { get; init; }
}
