using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Conflicts;

/// <summary>回避名单: which employers a lawyer serves. Who looked, added or took away is in the audit, without the employer's name.</summary>
public sealed class ConflictRegister(UnionDb db, LegalAidCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    /// <returns>By name; null when there is no such lawyer.</returns>
    public async Task<LawyerConflicts?> ReadAsync(long lawyer, AuditActor reader, CancellationToken ct)
    {
        if (await db.Lawyers.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lawyer && l.IsActive, ct) is not { } known) return null;

        var served = await db.Set<ServedEmployer>().AsNoTracking().Where(s => s.LawyerId == lawyer).ToListAsync(ct);
        Audit(reader, "lawyer/conflicts-read", lawyer);
        await db.SaveChangesAsync(ct);
        return new LawyerConflicts(
            lawyer,
            ciphers.OpenLawyer(lawyer, known.Name),
            [.. served.Select(s => new KnownEmployer(Convert.ToHexString(s.EmployerHash), ciphers.OpenServed(s))).OrderBy(e => e.Name, StringComparer.Ordinal)]);
    }

    /// <returns>False when it is no name, the lawyer has it already, or there is no such lawyer.</returns>
    public async Task<bool> TryAddAsync(long lawyer, string employer, AuditActor who, CancellationToken ct)
    {
        var name = employer.Trim();
        if (name.Length > ServedEmployer.LongestName || !EmployerConflicts.MayBeName(name)) return false;

        var hash = ciphers.EmployerHash(name);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO legal_served_employer (lawyer_id, employer_hash, name)
            SELECT id, {hash}, {ciphers.SealServed(lawyer, hash, name)} FROM legal_lawyer WHERE id = {lawyer} AND is_active ON CONFLICT DO NOTHING
            """, ct);
        if (added == 0) return false;

        Audit(who, "lawyer/conflict-added", lawyer);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <param name="key">As <see cref="KnownEmployer.Key"/> names it.</param>
    /// <returns>False when somebody else took it away before.</returns>
    public async Task<bool> TryRemoveAsync(long lawyer, string key, AuditActor who, CancellationToken ct)
    {
        if (key.Length == 0 || key.Length % 2 != 0 || !key.All(char.IsAsciiHexDigit)) return false;

        var hash = Convert.FromHexString(key);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<ServedEmployer>().Where(s => s.LawyerId == lawyer && s.EmployerHash == hash).ExecuteDeleteAsync(ct) == 0) return false;

        Audit(who, "lawyer/conflict-removed", lawyer);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private void Audit(AuditActor who, string action, long lawyer) => audit.Add(who, action, BookingAudit.SubjectOf(lawyer), clock.GetUtcNow());
}

/// <param name="Name">Of the lawyer, in clear; never logged.</param>
public sealed record LawyerConflicts(long Lawyer, string Name, IReadOnlyList<KnownEmployer> Employers);

/// <param name="Key">Names it in a form; means nothing to people.</param>
/// <param name="Name">In clear; never logged.</param>
public sealed record KnownEmployer(string Key, string Name);
