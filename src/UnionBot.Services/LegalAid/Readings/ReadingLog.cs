using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Readings;

/// <summary>The log of readings (查阅记录). Whoever shows what was told notes it here before, and has checked the right to read.</summary>
internal sealed class ReadingLog(UnionDb db, LegalAidCiphers ciphers, AuditLog audit)
{
    private const string Action = "booking/told-read";

    /// <summary>Notes it, in the audit too; the caller saves.</summary>
    /// <param name="reason">In the reader's words; cut to what is kept.</param>
    public void Note(Guid booking, AuditActor who, ReadingRight right, string reason, DateTimeOffset now)
    {
        var (id, said) = (Guid.CreateVersion7(), CutText.To(Reading.LongestReason, reason.Trim()));
        db.Add(new Reading(id, booking, who, right, ciphers.SealReadingReason(id, said), now));
        audit.Add(who, Action, BookingAudit.SubjectOf(booking), now, said);
    }
}
