using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>Staff's list of lawyers: who works in which chat and who has a calendar. Saves each change, with an entry in the audit.</summary>
public sealed class LawyerRegister(UnionDb db, LegalAidCiphers ciphers, AuditLog audit, BusinessClock clock, TimeProvider time)
{
    private static readonly int Codes = (int)Math.Pow(10, LawyerBinding.CodeDigits);

    /// <summary>Everybody who works for the union, by number.</summary>
    public async Task<IReadOnlyList<LawyerEntry>> ListAsync(CancellationToken ct)
    {
        var rows = await db.Lawyers.AsNoTracking().Where(l => l.IsActive).OrderBy(l => l.Id)
            .Select(l => new
            {
                Lawyer = l,
                IsBound = db.Set<LawyerChat>().Any(c => c.LawyerId == l.Id && c.PersonId != null),
                HasCalendar = db.Set<CalendarLink>().Any(c => c.LawyerId == l.Id),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new LawyerEntry(r.Lawyer.Id, ciphers.OpenLawyer(r.Lawyer.Id, r.Lawyer.Name), r.Lawyer.Office, r.IsBound, r.HasCalendar, r.Lawyer.StaffId))];
    }

    /// <summary>Opens a code by which the lawyer binds their chat, in place of an earlier one.</summary>
    /// <returns>The code, shown once and never kept in clear; null when nobody active has this number.</returns>
    public async Task<string?> OpenCodeAsync(long lawyer, AuditActor who, CancellationToken ct)
    {
        if (!await IsActiveAsync(lawyer, ct)) return null;

        var code = RandomNumberGenerator.GetInt32(Codes).ToString($"D{LawyerBinding.CodeDigits}", CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"INSERT INTO legal_lawyer_chat (lawyer_id, code_tries) VALUES ({lawyer}, 0) ON CONFLICT DO NOTHING", ct);
        var chat = await db.LawyerChats.SingleAsync(c => c.LawyerId == lawyer, ct);
        chat.OpenCode(ciphers.BindCodeHash(code), time.GetUtcNow());
        await SaveAsync("lawyer/code-opened", lawyer, who, ct);
        return code;
    }

    /// <summary>From now on the chat is nobody's but the person's own.</summary>
    /// <returns>False when the lawyer has bound none.</returns>
    public async Task<bool> UnbindAsync(long lawyer, AuditActor who, CancellationToken ct)
    {
        if (await db.LawyerChats.SingleOrDefaultAsync(c => c.LawyerId == lawyer, ct) is not { } chat) return false;

        chat.Unbind();
        await SaveAsync("lawyer/unbound", lawyer, who, ct);
        return true;
    }

    /// <summary>From now on this member of staff is this lawyer in the console; null takes it back.</summary>
    /// <returns>False when nobody active has one of these numbers.</returns>
    public async Task<bool> SignInAsAsync(long lawyer, long? staff, AuditActor who, CancellationToken ct)
    {
        if (await db.Lawyers.SingleOrDefaultAsync(l => l.Id == lawyer && l.IsActive, ct) is not { } found) return false;
        if (staff is { } account && !await db.Set<Core.People.Staff>().AnyAsync(s => s.Id == account && s.IsActive, ct)) return false;

        found.SignInAs(staff);
        await SaveAsync("lawyer/signs-in", lawyer, who, ct);
        return true;
    }

    private Task<bool> IsActiveAsync(long lawyer, CancellationToken ct) => db.Lawyers.AnyAsync(l => l.Id == lawyer && l.IsActive, ct);

    private async Task SaveAsync(string deed, long lawyer, AuditActor who, CancellationToken ct)
    {
        audit.Add(who, deed, BookingAudit.SubjectOf(lawyer), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>A line of the list of lawyers.</summary>
/// <param name="Name">In clear; never logged.</param>
/// <param name="IsBound">Whether they work in a chat of their own.</param>
/// <param name="StaffId">The member of staff they are in the console; null for none.</param>
public sealed record LawyerEntry(long Id, string Name, string Office, bool IsBound, bool HasCalendar, long? StaffId);
