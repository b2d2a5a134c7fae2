using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Signs staff in: name and password, then the code of the second factor. On real time.</summary>
internal sealed class SignInDesk(
    UnionDb union,
    SignInDb db,
    SignInTransactions transactions,
    UserManager<StaffAccount> users,
    SignInSessions sessions,
    SecondFactors factors,
    AuditLog audit,
    BusinessClock clock,
    TimeProvider time)
{
    /// <summary>A hash that no password has, so that an unknown name takes as long as a wrong password.</summary>
    private static readonly string Nobody = new PasswordHasher<StaffAccount>().HashPassword(new StaffAccount(), OneTimePassword.Create());

    /// <returns>The token of a session, or why there is none.</returns>
    public async Task<SignInAnswer> EnterAsync(string user, string password, string device, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(users.NormalizeName(user), ct);
        var account = await users.FindByNameAsync(user);
        if (account is null || !await IsActiveAsync(account, ct))
        {
            users.PasswordHasher.VerifyHashedPassword(new StaffAccount(), Nobody, password);
            return new(null, SignInRefusal.Wrong);
        }

        var answer = await TryAsync(account, () => users.CheckPasswordAsync(account, password), ct) is { } refusal
            ? new SignInAnswer(null, refusal)
            : await BeginAsync(account, device, ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    /// <summary>Takes the code that a half-open session awaits; a whole one is begun in its place.</summary>
    public async Task<SignInAnswer> ProveAsync(SignInSession half, string token, string code, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(half.AccountId, ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == half.AccountId, ct);
        var refusal = await TryAsync(account, () => factors.TakeAsync(account, code), ct);
        SignInAnswer answer = new(null, refusal);
        if (refusal is null)
        {
            await users.ResetAccessFailedCountAsync(account);
            await sessions.EndAsync(token, ct);
            answer = new(await sessions.StartAsync(account.Id, awaitsCode: false, half.Device, ct), null);
            await EnterAuditAsync(AuditActor.Staff(account.Id), "staff/signed-in", account, ct);
        }

        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<SignInRefusal?> TryAsync(StaffAccount account, Func<Task<bool>> isRight, CancellationToken ct)
    {
        if (await users.IsLockedOutAsync(account)) return SignInRefusal.Wrong;
        if (await isRight()) return null;

        await users.AccessFailedAsync(account);
        await EnterAuditAsync(AuditActor.System, "staff/sign-in-refused", account, ct);
        return SignInRefusal.Wrong;
    }

    /// <summary>The password is right. Wrong ones before it are forgotten only once the second factor is proved, too.</summary>
    private async Task<SignInAnswer> BeginAsync(StaffAccount account, string device, CancellationToken ct)
    {
        if (account.PasswordUntil <= time.GetUtcNow()) return new(null, SignInRefusal.TooLate);
        if (account.TwoFactorEnabled) return new(await sessions.StartAsync(account.Id, awaitsCode: true, device, ct), null);

        await users.ResetAccessFailedCountAsync(account);
        await EnterAuditAsync(AuditActor.Staff(account.Id), "staff/signed-in", account, ct);
        return new(await sessions.StartAsync(account.Id, awaitsCode: false, device, ct), null);
    }

    private Task<bool> IsActiveAsync(StaffAccount account, CancellationToken ct) =>
        union.Set<Staff>().AnyAsync(s => s.Id == account.Id && s.IsActive, ct);

    private async Task EnterAuditAsync(AuditActor who, string deed, StaffAccount account, CancellationToken ct)
    {
        audit.Add(who, deed, StaffRegister.SubjectOf(account.Id), clock.GetUtcNow());
        await union.SaveChangesAsync(ct);
    }
}

/// <summary>What became of a try to sign in.</summary>
/// <param name="Token">For the browser's cookie; null when refused.</param>
internal sealed record SignInAnswer(string? Token, SignInRefusal? Refusal);

/// <summary>Why nobody was signed in.</summary>
public enum SignInRefusal
{
    /// <summary>Wrong name, password or code, or tried too often: which of them is not told.</summary>
    Wrong,

    /// <summary>The password was right, but one that somebody else gave more than a day ago.</summary>
    TooLate,
}
