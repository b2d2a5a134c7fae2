using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Staff's accounts: made, given a password, changed. Each deed is one transaction with its entry in the audit.</summary>
internal sealed class StaffAccounts(
    UnionDb union,
    SignInDb db,
    SignInTransactions transactions,
    UserManager<StaffAccount> users,
    SignInSessions sessions,
    StaffRegister staff,
    StaffRoles roles,
    AuditLog audit,
    BusinessClock clock,
    TimeProvider time)
{
    /// <summary>So long nobody signs in by an account that somebody locked, unless somebody opens it.</summary>
    private static readonly TimeSpan LockedFor = TimeSpan.FromDays(36_500);

    /// <summary>Makes the first administrator, with a row on the list of staff and the role for the whole union.</summary>
    /// <returns>Their one-time password; null when there is an administrator who can sign in.</returns>
    public async Task<string?> CreateFirstAsync(string user, string name, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await StaffRoles.LockAdministratorsAsync(union, ct);
        if (await HasAdministratorAsync(ct)) return null;

        var id = (await staff.AddAsync(name, organisation: null, ct))!.Value;
        await roles.GiveAsync(ServerUser.Actor, id, RoleKind.Administrator, organisation: null, ct);
        var password = await AddAsync(ServerUser.Actor, id, user, ct);
        await transaction.CommitAsync(ct);
        return password;
    }

    /// <summary>Gives a member of staff an account.</summary>
    /// <returns>Their one-time password; null when they have one, the name is taken, or nobody active has this number.</returns>
    public async Task<string?> CreateAsync(long id, string user, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        if (await staff.FindAsync(id, ct) is null) return null;
        if (await db.Accounts.AnyAsync(a => a.Id == id, ct) || await users.FindByNameAsync(user) is not null) return null;

        var password = await AddAsync(ServerUser.Actor, id, user, ct);
        await transaction.CommitAsync(ct);
        return password;
    }

    /// <summary>Gives a new one-time password, opens a locked account and ends its sessions.</summary>
    /// <param name="secondFactor">Whether the second factor is to be set up anew, too: the phone is lost.</param>
    /// <returns>Null when there is no such account.</returns>
    public async Task<string?> ResetAsync(string user, bool secondFactor, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(users.NormalizeName(user), ct);
        if (await users.FindByNameAsync(user) is not { } account) return null;

        var password = await ResetAsync(ServerUser.Actor, account, secondFactor, ct);
        await transaction.CommitAsync(ct);
        return password;
    }

    /// <inheritdoc cref="ResetAsync(string, bool, CancellationToken)"/>
    /// <remarks>In the transaction of the caller, who has locked the account; as are the deeds below.</remarks>
    public async Task<string> ResetAsync(AuditActor by, StaffAccount account, bool secondFactor, CancellationToken ct)
    {
        var password = OneTimePassword.Create();
        account.GivePassword(users.PasswordHasher.HashPassword(account, password), time.GetUtcNow() + OneTimePassword.GoodFor);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        if (secondFactor)
        {
            account.TwoFactorEnabled = false;
            await users.RemoveAuthenticationTokenAsync(account, SecondFactors.Provider, SecondFactors.KeyName);
        }

        await ChangedAsync(account, by, "staff/password-reset", ct);
        return password;
    }

    /// <summary>Nobody signs in by it until it is opened again.</summary>
    public Task LockAsync(AuditActor by, StaffAccount account, CancellationToken ct)
    {
        account.LockoutEnd = time.GetUtcNow() + LockedFor;
        return ChangedAsync(account, by, "staff/locked", ct);
    }

    public Task UnlockAsync(AuditActor by, StaffAccount account, CancellationToken ct)
    {
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        return ChangedAsync(account, by, "staff/unlocked", ct);
    }

    /// <summary>Ends all sessions of an account.</summary>
    public Task SignOutAsync(AuditActor by, StaffAccount account, CancellationToken ct) =>
        ChangedAsync(account, by, "staff/signed-out-everywhere", ct);

    /// <summary>Locks the row of an account for the caller's transaction, and reads it to be changed.</summary>
    /// <returns>Null when they have none.</returns>
    public async Task<StaffAccount?> TrackAsync(long id, CancellationToken ct)
    {
        await transactions.LockAsync(id, ct);
        return await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct);
    }

    /// <summary>Whether nobody can sign in by an account at the moment, or there is none.</summary>
    public async Task<bool> IsLockedAsync(long id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return !await db.Accounts.AnyAsync(a => a.Id == id && (a.LockoutEnd == null || a.LockoutEnd <= now), ct);
    }

    /// <summary>Changes one's own password, and signs out everywhere.</summary>
    /// <returns>Why it was not changed; null when it was.</returns>
    public async Task<PasswordRefusal?> ChangePasswordAsync(long id, string old, string chosen, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(id, ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == id, ct);
        if (!await users.CheckPasswordAsync(account, old)) return PasswordRefusal.OldWrong;
        if (chosen.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase)) return PasswordRefusal.HoldsUserName;
        if (old == chosen) return PasswordRefusal.TooEasy;

        foreach (var rule in users.PasswordValidators)
            if (!(await rule.ValidateAsync(users, account, chosen)).Succeeded) return PasswordRefusal.TooEasy;

        account.ChoosePassword(users.PasswordHasher.HashPassword(account, chosen));
        await ChangedAsync(account, AuditActor.Staff(id), "staff/password-changed", ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Ends all of one's own sessions.</summary>
    public async Task SignOutEverywhereAsync(long id, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await SignOutAsync(AuditActor.Staff(id), await db.Accounts.SingleAsync(a => a.Id == id, ct), ct);
        await transaction.CommitAsync(ct);
    }

    public Task<bool> HasAccountAsync(long id, CancellationToken ct) => db.Accounts.AnyAsync(a => a.Id == id, ct);

    public Task<StaffAccount?> FindAsync(string user) => users.FindByNameAsync(user);

    /// <summary>Gives somebody who has none an account, in the transaction of the caller.</summary>
    /// <returns>Their one-time password.</returns>
    public async Task<string> AddAsync(AuditActor by, long id, string user, CancellationToken ct)
    {
        var (account, password) = (new StaffAccount(id, user), OneTimePassword.Create());
        account.GivePassword(users.PasswordHasher.HashPassword(account, password), time.GetUtcNow() + OneTimePassword.GoodFor);
        Expect(await users.CreateAsync(account));
        audit.Add(by, "staff/account-made", StaffRegister.SubjectOf(id), clock.GetUtcNow());
        await union.SaveChangesAsync(ct);
        return password;
    }

    private async Task ChangedAsync(StaffAccount account, AuditActor by, string deed, CancellationToken ct)
    {
        Expect(await users.UpdateSecurityStampAsync(account));
        await sessions.EndAllAsync(account.Id, ct);
        audit.Add(by, deed, StaffRegister.SubjectOf(account.Id), clock.GetUtcNow());
        await union.SaveChangesAsync(ct);
    }

    private async Task<bool> HasAdministratorAsync(CancellationToken ct)
    {
        var holders = await (
            from role in union.Set<StaffRole>()
            join holder in union.Set<Staff>() on role.StaffId equals holder.Id
            where role.Kind == RoleKind.Administrator && holder.IsActive
            select holder.Id).ToListAsync(ct);
        return await db.Accounts.AnyAsync(a => holders.Contains(a.Id), ct);
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}

/// <summary>Why a password was not changed.</summary>
public enum PasswordRefusal
{
    OldWrong,

    /// <summary>Too short, the old one again, or of too few different characters.</summary>
    TooEasy,

    HoldsUserName,
}
