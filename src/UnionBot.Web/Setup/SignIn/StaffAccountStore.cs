using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>
/// Keeps accounts. The secret of the second factor and the recovery codes are sealed by data protection, whose keys are
/// sealed by ours: a copy of the database alone signs nobody in.
/// </summary>
internal sealed class StaffAccountStore(SignInDb db, IDataProtectionProvider protection)
    : UserOnlyStore<StaffAccount, SignInDb, long>(db)
{
    private readonly IDataProtector _protector = protection.CreateProtector("UnionBot.SignIn.Secrets");

    public override Task SetTokenAsync(
        StaffAccount user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        StaffAccount user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;
}
