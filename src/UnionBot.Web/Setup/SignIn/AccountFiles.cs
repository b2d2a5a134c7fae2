using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Reads who is on the list of staff, with account and roles, for administrators.</summary>
internal sealed class AccountFiles(UnionDb union, SignInDb db, StaffRegister register, TimeProvider time)
{
    /// <summary>Those of a part of the tree, by number.</summary>
    public async Task<IReadOnlyList<AccountFile>> ListAsync(StaffScope scope, CancellationToken ct) =>
        await ReadAsync(await register.ListAsync(ct), scope, ct);

    /// <returns>Null when nobody active of that part of the tree has this number.</returns>
    public async Task<AccountFile?> FindAsync(long staff, StaffScope scope, CancellationToken ct) =>
        await register.FindAsync(staff, ct) is { } entry ? (await ReadAsync([entry], scope, ct)).SingleOrDefault() : null;

    private async Task<IReadOnlyList<AccountFile>> ReadAsync(IReadOnlyList<StaffEntry> staff, StaffScope scope, CancellationToken ct)
    {
        var (now, numbers) = (time.GetUtcNow(), staff.Select(s => s.Id).ToArray());
        var nodes = staff.Select(s => s.OrganisationId).OfType<long>().Distinct().ToArray();
        var unions = await union.Set<Organisation>().AsNoTracking().Where(o => nodes.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => numbers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var roles = await RolesAsync(numbers, ct);
        return
        [
            .. from entry in staff
               let node = entry.OrganisationId is { } id ? unions[id] : null
               where scope.Covers(node?.Path)
               let account = accounts.GetValueOrDefault(entry.Id)
               select new AccountFile(entry, node?.Name, account is null ? null : StateOf(account, now), [.. roles[entry.Id]], now),
        ];
    }

    private static AccountState StateOf(StaffAccount account, DateTimeOffset now) => new(
        account.UserName!, account.PasswordUntil, account.LockoutEnd is { } until && until > now ? until : null, account.TwoFactorEnabled);

    private async Task<ILookup<long, AccountRole>> RolesAsync(long[] staff, CancellationToken ct)
    {
        var roles = await (
            from role in union.Set<StaffRole>().AsNoTracking()
            where staff.Contains(role.StaffId)
            join node in union.Set<Organisation>() on role.OrganisationId equals node.Id into found
            from node in found.DefaultIfEmpty()
            orderby role.Kind, role.OrganisationId
            select new
            {
                role.StaffId,
                Held = new AccountRole(role.Kind, role.OrganisationId, node == null ? null : node.Name, node == null ? null : node.Path),
            }).ToListAsync(ct);
        return roles.ToLookup(r => r.StaffId, r => r.Held);
    }
}

/// <summary>A member of staff with what they sign in by.</summary>
/// <param name="Union">The name of the organisation they work for; null when it is the whole union.</param>
/// <param name="Account">Null when they have none.</param>
/// <param name="ReadAt">When it was read; real time, UTC.</param>
public sealed record AccountFile(
    StaffEntry Staff, string? Union, AccountState? Account, IReadOnlyList<AccountRole> Roles, DateTimeOffset ReadAt)
{
    /// <summary>Of all that an administrator sees and changes of it.</summary>
    public string Version => string.Create(
        CultureInfo.InvariantCulture,
        $"{Account?.User}/{Account?.LockedUntil?.UtcTicks}/{Account?.PasswordUntil?.UtcTicks}/{Account?.HasSecondFactor}/{string.Join('.', Roles.Select(r => $"{(short)r.Kind}-{r.OrganisationId}"))}");

    /// <summary>Whether whoever has this part of the tree may change it: nobody touches what reaches further than they do.</summary>
    public bool IsInReachOf(StaffScope scope) => Roles.All(role => scope.Covers(role.Path));
}

/// <summary>How an account stands.</summary>
/// <param name="PasswordUntil">Until when a password can be used that somebody else gave; null once they have their own. UTC.</param>
/// <param name="LockedUntil">Until when nobody signs in by it; null when it is open. UTC.</param>
public sealed record AccountState(string User, DateTimeOffset? PasswordUntil, DateTimeOffset? LockedUntil, bool HasSecondFactor);

/// <summary>A role somebody has.</summary>
/// <param name="OrganisationId">Null for the whole union, as are name and path.</param>
public sealed record AccountRole(RoleKind Kind, long? OrganisationId, string? Organisation, string? Path);
