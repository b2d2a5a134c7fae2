using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Gives members of staff their roles and takes them back. Saves each change, with an entry in the audit.</summary>
public sealed class StaffRoles(UnionDb db, AuditLog audit, BusinessClock clock)
{
    private const long AdministratorsLock = 0x41444D494E;

    /// <summary>The roles somebody has, with the names of their organisations.</summary>
    public async Task<IReadOnlyList<HeldRole>> ListAsync(long staff, CancellationToken ct) => await (
        from role in db.Set<StaffRole>().AsNoTracking()
        where role.StaffId == staff
        join node in db.Set<Organisation>() on role.OrganisationId equals node.Id into found
        from node in found.DefaultIfEmpty()
        orderby role.Kind, role.OrganisationId
        select new HeldRole(role.Kind, role.OrganisationId, node == null ? null : node.Name)).ToListAsync(ct);

    /// <summary>Gives a role; once is enough.</summary>
    /// <param name="organisation">Null for the whole union.</param>
    /// <returns>False when nobody active has this number, or there is no such organisation.</returns>
    public async Task<bool> GiveAsync(AuditActor by, long staff, RoleKind kind, long? organisation, CancellationToken ct)
    {
        if (!await db.Set<Staff>().AnyAsync(s => s.Id == staff && s.IsActive, ct)) return false;
        if (organisation is not null && !await db.Set<Organisation>().AnyAsync(o => o.Id == organisation, ct)) return false;

        return await ChangeAsync(by, "staff/role-given", staff, kind, () => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO staff_role (staff_id, kind, organisation_id) VALUES ({staff}, {(short)kind}, {organisation})
            ON CONFLICT DO NOTHING
            """, ct), ct);
    }

    /// <returns>False when it is the role of the last administrator; true, also when they did not have it.</returns>
    public async Task<bool> TakeAsync(AuditActor by, long staff, RoleKind kind, long? organisation, CancellationToken ct)
    {
        await using var own = await BeginAsync(ct);
        if (kind is RoleKind.Administrator && organisation is null && await IsLastAdministratorAsync(staff, ct)) return false;

        await ChangeAsync(by, "staff/role-taken", staff, kind, () => db.Set<StaffRole>()
            .Where(r => r.StaffId == staff && r.Kind == kind && r.OrganisationId == organisation)
            .ExecuteDeleteAsync(ct), ct);
        if (own is not null) await own.CommitAsync(ct);
        return true;
    }

    /// <summary>Whoever changes administrators waits here for whoever else does, until the end of the transaction.</summary>
    public static Task LockAdministratorsAsync(UnionDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdministratorsLock})", ct);

    /// <summary>Whether they are the only one on the list who is administrator for the whole union.</summary>
    private async Task<bool> IsLastAdministratorAsync(long staff, CancellationToken ct)
    {
        await LockAdministratorsAsync(db, ct);
        var holders = await (
            from role in db.Set<StaffRole>()
            join holder in db.Set<Staff>() on role.StaffId equals holder.Id
            where role.Kind == RoleKind.Administrator && role.OrganisationId == null && holder.IsActive
            select holder.Id).ToListAsync(ct);
        return holders is [var only] && only == staff;
    }

    // The caller may have a transaction already: an account and its first role are one deed.
    private async Task<IDbContextTransaction?> BeginAsync(CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;

    /// <summary>A deed that changed no row leaves no entry.</summary>
    private async Task<bool> ChangeAsync(
        AuditActor by, string deed, long staff, RoleKind kind, Func<Task<int>> change, CancellationToken ct)
    {
        await using var own = await BeginAsync(ct);
        if (await change() > 0)
        {
            audit.Add(by, deed, StaffRegister.SubjectOf(staff), clock.GetUtcNow(), kind.ToString());
            await db.SaveChangesAsync(ct);
        }

        if (own is not null) await own.CommitAsync(ct);
        return true;
    }
}

/// <summary>A role somebody has.</summary>
/// <param name="Organisation">The name of the node; null for the whole union.</param>
public sealed record HeldRole(RoleKind Kind, long? OrganisationId, string? Organisation);
