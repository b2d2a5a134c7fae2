using System.CommandLine;
using UnionBot.Core.People;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Commands.Broadcasts;

/// <summary>Does something in the name of a member of staff who has an account, with the rights they have in the console.</summary>
internal static class NamedStaff
{
    public static Option<string> As() => new("--as")
    {
        Description = "The name by which the member of staff who does this signs in; it counts with their rights and goes into the audit.",
        HelpName = "user",
        Required = true,
    };

    /// <param name="work">Takes their number.</param>
    public static async Task<int> DoAsync(
        CommandContext context, ParseResult parsed, Option<string> who, Func<long, Task<int>> work, CancellationToken ct)
    {
        var user = parsed.GetValue(who)!;
        var account = await context.Services.GetRequiredService<StaffAccounts>().FindAsync(user);
        return account is not null && await context.Services.GetRequiredService<StaffRegister>().FindAsync(account.Id, ct) is not null
            ? await work(account.Id)
            : await StaffWork.RefuseAsync(parsed, $"Nobody on the list of staff signs in as {user}; see: staff account");
    }
}
