using Microsoft.EntityFrameworkCore;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Shared;

/// <summary>Finds out who holds a session, anew at every request: what was taken from them counts at once.</summary>
internal sealed class ConsoleEntrance(SignInDb db, SignInSessions sessions, StaffRegister staff, StaffRights rights, LawyersOnStaff lawyers)
{
    /// <returns>Null when the session has ended or its holder has left.</returns>
    public async Task<Visitor?> FindAsync(string token, CancellationToken ct)
    {
        if (await sessions.FindAsync(token, ct) is not { } session) return null;
        if (await staff.FindAsync(session.AccountId, ct) is not { } entry) return null;

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == session.AccountId, ct);
        var (roles, whole) = await rights.KindsAsync(account.Id, ct);
        var lawyer = await lawyers.FindAsync(account.Id, ct);
        var needsSecond = SecondFactors.IsNeeded(roles) || lawyer is not null;
        return new Visitor(account.Id, account.UserName!, entry.Name, roles, whole, NextOf(session, account, needsSecond), session, token) { Lawyer = lawyer };
    }

    private static NextStep NextOf(SignInSession session, StaffAccount account, bool needsSecond) =>
        session.AwaitsCode ? NextStep.TypeCode :
        account.MustChangePassword ? NextStep.ChangePassword :
        !account.TwoFactorEnabled && needsSecond ? NextStep.SetSecondFactor :
        NextStep.Nothing;
}
