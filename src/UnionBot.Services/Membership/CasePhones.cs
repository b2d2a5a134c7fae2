using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership;

/// <summary>
/// Shows staff the number of the person of a case, to call them: only to who works on it, or is on duty while nobody does. That it was
/// read is in the audit before it is shown.
/// </summary>
public sealed class CasePhones(UnionDb db, KnownPhones phones, DutyRota rota, AuditLog audit, BusinessClock clock)
{
    /// <param name="number">Of the case.</param>
    /// <param name="reader">The member of staff who reads it.</param>
    public async Task<CasePhone> OpenAsync(long number, long reader, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == number, ct) is not { } @case) return new(PhoneRefusal.Unknown);
        if (@case.Status is CaseStatus.Closed) return new(PhoneRefusal.Closed);
        if (!await IsForAsync(@case, reader, now, ct)) return new(PhoneRefusal.NotYours);
        if (await phones.FindAsync(db, @case.PersonId, ct) is not { } phone) return new(PhoneRefusal.NoneKnown);

        audit.Add(AuditActor.Staff(reader), "case/phone-read", string.Create(CultureInfo.InvariantCulture, $"case/{number}"), now);
        await db.SaveChangesAsync(ct);
        return new(Refusal: null, phone);
    }

    private async Task<bool> IsForAsync(Case @case, long reader, DateTimeOffset now, CancellationToken ct) =>
        @case.AssigneeId == reader || (@case.AssigneeId is null && (await rota.OnDutyAsync(now, ct)).Contains(reader));
}

/// <param name="Refusal">Null when the phone may be read.</param>
/// <param name="Phone">In full; null exactly when it is refused.</param>
public sealed record CasePhone(PhoneRefusal? Refusal, MobileNumber? Phone = null);

/// <summary>Why no number is shown.</summary>
public enum PhoneRefusal
{
    /// <summary>There is no case of this number.</summary>
    Unknown,
    Closed,

    /// <summary>Somebody else works on it, or nobody does and the reader is not on duty.</summary>
    NotYours,

    /// <summary>No phone is known of the person.</summary>
    NoneKnown,
}
