using UnionBot.Core.Audit;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Writes down what happens to bookings; the caller saves.</summary>
internal sealed class BookingHistory(LegalAidCiphers ciphers, LegalAidRules rules)
{
    /// <param name="reason">In somebody's words; null when they gave none.</param>
    public void Note(UnionDb db, Booking booking, BookingDeed deed, AuditActor who, DateTimeOffset at, string? reason = null)
    {
        var id = Guid.CreateVersion7();
        db.Add(new BookingEvent(id, booking.Id, deed, who, at, Sealed(id, reason)));
    }

    /// <summary>A change that the lawyer feels: a move or a cancellation.</summary>
    /// <param name="before">When it was to begin until now.</param>
    /// <returns>Whether it came late.</returns>
    public bool NoteChange(UnionDb db, Booking booking, BookingDeed deed, AuditActor who, (DateTimeOffset Start, long Lawyer) before, DateTimeOffset at, string? reason)
    {
        var (id, isLate) = (Guid.CreateVersion7(), before.Start - at < rules.LateWithin);
        db.Add(new BookingEvent(id, booking.Id, deed, who, at, Sealed(id, reason)) { IsLate = isLate, FromStart = before.Start, FromLawyer = before.Lawyer });
        return isLate;
    }

    private byte[]? Sealed(Guid id, string? reason) => string.IsNullOrWhiteSpace(reason) ? null : ciphers.SealReason(id, reason.Trim());
}
