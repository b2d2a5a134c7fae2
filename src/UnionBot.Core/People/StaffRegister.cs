using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>The list of staff: who is on it, and who leaves. Saves each change, with an entry in the audit.</summary>
public sealed class StaffRegister(
    UnionDb db, StaffCiphers ciphers, AuditLog audit, BusinessClock clock, TimeProvider time)
{
    private static readonly int Codes = (int)Math.Pow(10, StaffBinding.CodeDigits);

    /// <inheritdoc cref="AddAsync(AuditActor, string, long?, CancellationToken)"/>
    public Task<long?> AddAsync(string name, long? organisation, CancellationToken ct) => AddAsync(ServerUser.Actor, name, organisation, ct);

    /// <returns>The number of the new member of staff; null when there is no such organisation.</returns>
    public async Task<long?> AddAsync(AuditActor by, string name, long? organisation, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (organisation is not null && !await db.Set<Organisation>().AnyAsync(o => o.Id == organisation, ct)) return null;

        // The name is sealed for its row, so the number is needed first.
        var id = await db.Database
            .SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence('staff', 'id')) AS \"Value\"")
            .SingleAsync(ct);
        db.Add(new Staff(id, ciphers.SealName(name.Trim(), id), organisation));
        await SaveAsync(by, "staff/added", id, ct);
        return id;
    }

    /// <summary>Opens a bind code in place of an earlier one.</summary>
    /// <returns>The code, shown once and never kept in clear; null when nobody active has this number.</returns>
    public async Task<string?> OpenCodeAsync(long id, CancellationToken ct)
    {
        if (await ActiveAsync(id, ct) is not { } staff) return null;

        var code = RandomNumberGenerator.GetInt32(Codes)
            .ToString($"D{StaffBinding.CodeDigits}", CultureInfo.InvariantCulture);
        staff.OpenCode(ciphers.CodeHash(code), time.GetUtcNow());
        await SaveAsync(ServerUser.Actor, "staff/code-opened", id, ct);
        return code;
    }

    /// <returns>False when nobody active has this number.</returns>
    public async Task<bool> RemoveAsync(long id, CancellationToken ct)
    {
        if (await ActiveAsync(id, ct) is not { } staff) return false;

        staff.Leave();
        await SaveAsync(ServerUser.Actor, "staff/removed", id, ct);
        return true;
    }

    /// <summary>Everybody active, by number.</summary>
    public async Task<IReadOnlyList<StaffEntry>> ListAsync(CancellationToken ct)
    {
        var staff = await db.Set<Staff>().AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Id).ToListAsync(ct);
        return [.. staff.Select(EntryOf)];
    }

    /// <summary>The names of these members of staff, also of those who have left.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct)
    {
        var staff = await db.Set<Staff>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct);
        return staff.ToDictionary(s => s.Id, ciphers.OpenName);
    }

    /// <returns>Null when nobody active has this number.</returns>
    public async Task<StaffEntry?> FindAsync(long id, CancellationToken ct) =>
        await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.IsActive, ct) is { } staff
            ? EntryOf(staff)
            : null;

    private Task<Staff?> ActiveAsync(long id, CancellationToken ct) =>
        db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == id && s.IsActive, ct);

    /// <summary>How the audit names a member of staff.</summary>
    public static string SubjectOf(long staff) => string.Create(CultureInfo.InvariantCulture, $"staff/{staff}");

    private async Task SaveAsync(AuditActor by, string deed, long staff, CancellationToken ct)
    {
        audit.Add(by, deed, SubjectOf(staff), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    private StaffEntry EntryOf(Staff staff) =>
        new(staff.Id, ciphers.OpenName(staff), staff.OrganisationId, staff.PersonId is not null);
}

/// <summary>A line of the list of staff.</summary>
/// <param name="Name">In clear; never logged.</param>
/// <param name="IsBound">Whether they can be reached in their own chat.</param>
public sealed record StaffEntry(long Id, string Name, long? OrganisationId, bool IsBound);
