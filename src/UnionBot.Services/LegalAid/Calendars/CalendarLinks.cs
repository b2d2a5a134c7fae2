using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Calendars;

/// <summary>Opens, renews and ends the secret addresses of lawyers' calendars. Saves each change, with an entry in the audit.</summary>
public sealed class CalendarLinks(UnionDb db, LegalAidCiphers ciphers, CalendarAddress address, AuditLog audit, BusinessClock clock)
{
    private const int SecretBytes = 32;

    /// <summary>Gives a new address; one that was given before leads nowhere from now on.</summary>
    /// <returns>The address, shown once; null when nobody active has this number.</returns>
    public async Task<Uri?> OpenAsync(long lawyer, AuditActor who, CancellationToken ct)
    {
        if (!await db.Lawyers.AnyAsync(l => l.Id == lawyer && l.IsActive, ct)) return null;

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var (hash, now) = (ciphers.CalendarHash(secret), clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO legal_calendar_link (lawyer_id, secret_hash, opened_at) VALUES ({lawyer}, {hash}, {now})
                ON CONFLICT (lawyer_id) DO UPDATE SET secret_hash = excluded.secret_hash, opened_at = excluded.opened_at
            """, ct);
        audit.Add(who, "lawyer/calendar-opened", BookingAudit.SubjectOf(lawyer), now);
        await db.SaveChangesAsync(ct);
        return address.LinkOf(secret);
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> EndAsync(long lawyer, AuditActor who, CancellationToken ct)
    {
        if (await db.CalendarLinks.Where(l => l.LawyerId == lawyer).ExecuteDeleteAsync(ct) == 0) return false;

        audit.Add(who, "lawyer/calendar-ended", BookingAudit.SubjectOf(lawyer), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }
}

/// <summary>Where calendars are read.</summary>
/// <param name="Site">The start of every link, such as https://bot.union.example.</param>
public sealed record CalendarAddress(Uri Site)
{
    public const string Folder = "/legal-aid/calendar";

    public const string Extension = ".ics";

    internal Uri LinkOf(string secret) => new(Site, $"{Folder}/{secret}{Extension}");
}
