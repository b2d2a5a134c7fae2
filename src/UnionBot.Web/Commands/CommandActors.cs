using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Commands;

/// <summary>
/// In whose name a command is given, and whether they may: as the console asks it. Somebody on the list who has no account has no
/// roles to ask for; whoever runs commands on the server answers for them.
/// </summary>
internal sealed class CommandActors(StaffAccounts accounts, StaffRegister register, StaffRights rights)
{
    /// <param name="typed">The name they sign in by, or their number.</param>
    /// <returns>Their number; null when nobody on the list is meant.</returns>
    public async Task<long?> FindAsync(string typed, CancellationToken ct)
    {
        var named = AccountName.IsValid(typed) ? await accounts.FindAsync(typed) : null;
        var number = named?.Id ?? (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        return await register.FindAsync(number, ct) is null ? null : number;
    }

    /// <returns>The part of the tree they may do it for; null when they may not.</returns>
    public async Task<StaffScope?> ScopeAsync(long staff, ConsoleAccess access, CancellationToken ct)
    {
        if (!await accounts.HasAccountAsync(staff, ct)) return StaffScope.Whole;

        var scope = await rights.ScopeAsync(staff, [.. access.Roles], ct);
        return scope.IsWhole || (scope.IsAnything && !access.IsForWhole) ? scope : null;
    }

    public static string RefusalOf(string typed, ConsoleAccess access) =>
        $"{StaffWork.Clean(typed)} may not do this: it needs the role {string.Join(" or ", access.Roles)}{(access.IsForWhole ? " for the whole union" : "")}; see: staff role NUMBER";
}
