using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>The second factor: a code that an app on the phone shows (TOTP), and recovery codes for when the phone is lost.</summary>
internal sealed class SecondFactors(
    UnionDb union,
    SignInDb db,
    SignInTransactions transactions,
    UserManager<StaffAccount> users,
    AuditLog audit,
    BusinessClock clock,
    TimeProvider time)
{
    /// <summary>Under which names Identity keeps the secret.</summary>
    internal const string Provider = "[AspNetUserStore]";

    internal const string KeyName = "AuthenticatorKey";

    private const int Codes = 10;

    /// <summary>Whoever has one of these roles must have one.</summary>
    public static bool IsNeeded(IEnumerable<RoleKind> roles) =>
        roles.Any(role => role is RoleKind.Operator or RoleKind.Approver or RoleKind.LegalSupervisor or RoleKind.Administrator);

    /// <summary>The secret for the app, in base32; the same one until it is confirmed.</summary>
    public async Task<string> SecretAsync(StaffAccount account)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is { } known) return known;

        await users.ResetAuthenticatorKeyAsync(account);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>What the app reads from the QR code.</summary>
    public static string AddressOf(StaffAccount account, string secret) =>
        $"otpauth://totp/UnionBot:{Uri.EscapeDataString(account.UserName!)}?secret={secret}&issuer=UnionBot&digits=6";

    /// <summary>Takes the first code that the app shows: from now on it is asked for at every sign-in.</summary>
    /// <returns>The recovery codes, shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(long id, string code, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(id, ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == id, ct);
        if (account.TwoFactorEnabled || await StepOfAsync(account, code) is not { } step) return null;

        account.TwoFactorEnabled = true;
        account.UseStep(step);
        var codes = await NewCodesAsync(account, "staff/second-factor-set", ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    /// <summary>New recovery codes in place of all earlier ones.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(long id, CancellationToken ct)
    {
        await using var transaction = await transactions.BeginAsync(ct);
        await transactions.LockAsync(id, ct);
        var codes = await NewCodesAsync(await db.Accounts.SingleAsync(a => a.Id == id, ct), "staff/recovery-codes-made", ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    public Task<int> CodesLeftAsync(StaffAccount account) => users.CountRecoveryCodesAsync(account);

    /// <summary>Takes a code of the app, each once and none older than the last, or a recovery code. The caller has locked the account.</summary>
    public async Task<bool> TakeAsync(StaffAccount account, string code)
    {
        if (code.Length != 6) return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code.ToUpperInvariant())).Succeeded;
        if (await StepOfAsync(account, code) is not { } step || step <= account.UsedStep) return false;

        account.UseStep(step);
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>For a demo, whose accounts come with a secret that is printed.</summary>
    public async Task SetForDemoAsync(StaffAccount account)
    {
        await SecretAsync(account);
        await users.SetTwoFactorEnabledAsync(account, enabled: true);
    }

    private async Task<long?> StepOfAsync(StaffAccount account, string code) =>
        await users.GetAuthenticatorKeyAsync(account) is { } secret ? TotpCode.StepOf(secret, code, time.GetUtcNow()) : null;

    private async Task<IReadOnlyList<string>> NewCodesAsync(StaffAccount account, string deed, CancellationToken ct)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
        audit.Add(AuditActor.Staff(account.Id), deed, StaffRegister.SubjectOf(account.Id), clock.GetUtcNow());
        await union.SaveChangesAsync(ct);
        return [.. codes!];
    }
}
