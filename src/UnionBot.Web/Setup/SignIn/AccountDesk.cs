using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>
/// What an administrator does with the accounts and roles of others, for their part of the tree. Each deed is one transaction
/// with its audit. Nobody works on their own account here, so that whoever takes a role from the last but one remains.
/// </summary>
internal sealed class AccountDesk(
    UnionDb union,
    SignInTransactions transactions,
    StaffAccounts accounts,
    AccountFiles files,
    StaffRights rights,
    StaffRegister register,
    StaffRoles roles)
{
    public static RoleKind[] Administrating { get; } = [RoleKind.Administrator];

    /// <summary>Puts somebody on the list of staff, with an account.</summary>
    /// <param name="organisation">For which they work; null for the whole union.</param>
    public Task<AccountAnswer> AddAsync(long by, string name, long? organisation, string user, CancellationToken ct) =>
        InTurnAsync(by, async scope =>
        {
            if (await RefusalOfNameAsync(user) is { } refusal) return refusal;
            if (!await IsWithinAsync(organisation, scope, ct)) return AccountRefusal.Elsewhere;

            var staff = await register.AddAsync(AuditActor.Staff(by), name, organisation, ct);
            return new AccountAnswer(staff, await accounts.AddAsync(AuditActor.Staff(by), staff!.Value, user, ct));
        }, ct);

    /// <summary>Gives somebody on the list an account.</summary>
    public Task<AccountAnswer> OpenAsync(long by, SeenAccount seen, string user, CancellationToken ct) => ChangeAsync(by, seen, async (file, _) =>
    {
        if (file.Account is not null) return AccountRefusal.Changed;
        if (await RefusalOfNameAsync(user) is { } refusal) return refusal;

        return new AccountAnswer(seen.Staff, await accounts.AddAsync(AuditActor.Staff(by), seen.Staff, user, ct));
    }, ct);

    /// <summary>A new one-time password; opens what is locked and signs out everywhere.</summary>
    /// <param name="secondFactor">Whether the second factor is to be set up anew, too: the phone is lost.</param>
    public Task<AccountAnswer> ResetAsync(long by, SeenAccount seen, bool secondFactor, CancellationToken ct) => WithAccountAsync(
        by, seen, async account => new AccountAnswer(seen.Staff, await accounts.ResetAsync(AuditActor.Staff(by), account, secondFactor, ct)), ct);

    /// <summary>Nobody signs in by it until it is opened again, and whoever is signed in no longer is.</summary>
    public Task<AccountAnswer> LockAsync(long by, SeenAccount seen, CancellationToken ct) => WithAccountAsync(by, seen, async account =>
    {
        await accounts.LockAsync(AuditActor.Staff(by), account, ct);
        return new AccountAnswer(seen.Staff);
    }, ct);

    public Task<AccountAnswer> UnlockAsync(long by, SeenAccount seen, CancellationToken ct) => WithAccountAsync(by, seen, async account =>
    {
        await accounts.UnlockAsync(AuditActor.Staff(by), account, ct);
        return new AccountAnswer(seen.Staff);
    }, ct);

    public Task<AccountAnswer> SignOutAsync(long by, SeenAccount seen, CancellationToken ct) => WithAccountAsync(by, seen, async account =>
    {
        await accounts.SignOutAsync(AuditActor.Staff(by), account, ct);
        return new AccountAnswer(seen.Staff);
    }, ct);

    /// <param name="organisation">Null for the whole union.</param>
    public Task<AccountAnswer> GiveAsync(long by, SeenAccount seen, RoleKind kind, long? organisation, CancellationToken ct) =>
        ChangeAsync(by, seen, async (_, scope) =>
        {
            if (!await IsWithinAsync(organisation, scope, ct)) return AccountRefusal.Elsewhere;

            await roles.GiveAsync(AuditActor.Staff(by), seen.Staff, kind, organisation, ct);
            return new AccountAnswer(seen.Staff);
        }, ct);

    /// <inheritdoc cref="GiveAsync"/>
    public Task<AccountAnswer> TakeAsync(long by, SeenAccount seen, RoleKind kind, long? organisation, CancellationToken ct) =>
        ChangeAsync(by, seen, async (_, _) =>
            await roles.TakeAsync(AuditActor.Staff(by), seen.Staff, kind, organisation, ct)
                ? new AccountAnswer(seen.Staff)
                : AccountRefusal.LastAdministrator, ct);

    private Task<AccountAnswer> WithAccountAsync(long by, SeenAccount seen, Func<StaffAccount, Task<AccountAnswer>> change, CancellationToken ct) =>
        ChangeAsync(by, seen, async (_, _) => await accounts.TrackAsync(seen.Staff, ct) is { } account ? await change(account) : AccountRefusal.Unknown, ct);

    private Task<AccountAnswer> ChangeAsync(
        long by, SeenAccount seen, Func<AccountFile, StaffScope, Task<AccountAnswer>> change, CancellationToken ct) => InTurnAsync(by, async scope =>
    {
        if (seen.Staff == by) return AccountRefusal.Own;
        if (await files.FindAsync(seen.Staff, scope, ct) is not { } file) return AccountRefusal.Unknown;
        if (!file.IsInReachOf(scope)) return AccountRefusal.ReachesFurther;

        return file.Version == seen.Version ? await change(file, scope) : AccountRefusal.Changed;
    }, ct);

    /// <summary>One administrator after the other, each asked anew for their right: of two who take it from each other the second has none.</summary>
    private async Task<AccountAnswer> InTurnAsync(long by, Func<StaffScope, Task<AccountAnswer>> work, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await StaffRoles.LockAdministratorsAsync(union, ct);
        var scope = await rights.ScopeAsync(by, Administrating, ct);
        if (!scope.IsAnything || await accounts.IsLockedAsync(by, ct)) return AccountRefusal.NoRight;

        var answer = await work(scope);
        if (answer.Refusal is null) await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<AccountRefusal?> RefusalOfNameAsync(string user) =>
        !AccountName.IsValid(user) ? AccountRefusal.BadName :
        await accounts.FindAsync(user) is not null ? AccountRefusal.NameTaken :
        null;

    private async Task<bool> IsWithinAsync(long? organisation, StaffScope scope, CancellationToken ct)
    {
        if (organisation is not { } id) return scope.IsWhole;
        return await union.FindAsync<Organisation>([id], ct) is { } node && scope.Covers(node.Path);
    }
}

/// <summary>An account as an administrator has seen it who is about to change it.</summary>
/// <param name="Version">Of the file: with another one the deed is refused.</param>
internal readonly record struct SeenAccount(long Staff, string Version);

/// <summary>What became of a deed.</summary>
/// <param name="Password">A one-time password, to be shown once; null when none was made.</param>
internal sealed record AccountAnswer(long? Staff, string? Password = null, AccountRefusal? Refusal = null)
{
    public static implicit operator AccountAnswer(AccountRefusal refusal) => new(null, null, refusal);
}

/// <summary>Why nothing was done with an account.</summary>
public enum AccountRefusal
{
    Unknown,

    /// <summary>Nobody gives or takes roles of their own, or locks themselves out.</summary>
    Own,

    /// <summary>Whoever asks is no administrator any longer.</summary>
    NoRight,

    /// <summary>The organisation is not in the administrator's part of the tree.</summary>
    Elsewhere,

    /// <summary>The account has a role beyond the administrator's part of the tree.</summary>
    ReachesFurther,

    BadName,
    NameTaken,

    /// <summary>Somebody changed it since whoever asks looked at it.</summary>
    Changed,

    LastAdministrator,
}
