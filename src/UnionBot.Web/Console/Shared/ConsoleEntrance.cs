using Microsoft.EntityFrameworkCore;
using UnionBot.Core.People;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Shared;

/// <summary>Finds out who holds a session, anew at every request: what was taken from them counts at once.</summary>
internal sealed class ConsoleEntrance(SignInDb db, SignInSessions sessions, StaffRegister staff, StaffRights rights)
{
    /// <returns>Null when the session has ended or its holder has left.</returns>
    public async Task<Visitor?> FindAsync(string token, CancellationToken ct)
    {
        if (await sessions.FindAsync(token, ct) is not { } session) return null;
        if (await staff.FindAsync(session.AccountId, ct) is not { } entry) return null;

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == session.AccountId, ct);
        var (roles, whole) = await rights.KindsAsync(account.Id, ct);
        return new Visitor(account.Id, account.UserName!, entry.Name, roles, whole, NextOf(session, account, roles), session, token);
    }

    private static NextStep NextOf(SignInSession session, StaffAccount account, IReadOnlyList<RoleKind> roles) =>
        session.AwaitsCode ? NextStep.TypeCode :
        account.MustChangePassword ? NextStep.ChangePassword :
        !account.TwoFactorEnabled && SecondFactors.IsNeeded(roles) ? NextStep.SetSecondFactor :
        NextStep.Nothing;
}
