using System.CommandLine;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Commands;

/// <summary>The first administrator, and new passwords: what nobody who is signed in can do for themselves.</summary>
internal sealed class AdminCommand : IBotCommand
{
    public Command Describe()
    {
        var user = User(required: false);
        var name = new Option<string>("--name") { Description = "Their name on the list of staff.", DefaultValueFactory = _ => "管理员" };
        var command = new Command("admin", "Make the first administrator of the console. Prints a one-time password, good for 24 hours.")
        {
            user, name, Reset(),
        };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var typed = parsed.GetValue(user)!;
            if (!AccountName.IsValid(typed)) return await StaffWork.RefuseAsync(parsed, $"--user must be {AccountName.Allowed}.");

            var accounts = context.Services.GetRequiredService<StaffAccounts>();
            if (await accounts.CreateFirstAsync(typed, parsed.GetValue(name)!, ct) is not { } password)
            {
                return await StaffWork.RefuseAsync(
                    parsed, "There is an administrator already. A new password for them: admin reset --user NAME; more accounts: staff account.");
            }

            await PrintAsync(context, typed, password);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Reset()
    {
        var user = User(required: true);
        var factor = new Option<bool>("--second-factor") { Description = "The second factor anew, too: the phone is lost." };
        var command = new Command("reset", "Give an account a new one-time password, open it if it is locked, sign it out everywhere.") { user, factor };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var typed = parsed.GetValue(user)!;
            var accounts = context.Services.GetRequiredService<StaffAccounts>();
            if (await accounts.ResetAsync(typed, parsed.GetValue(factor), ct) is not { } password)
                return await StaffWork.RefuseAsync(parsed, $"There is no account {StaffWork.Clean(typed)}.");

            await PrintAsync(context, typed, password);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The one place where a password is ever seen.</summary>
    internal static Task PrintAsync(CommandContext context, string user, string password) => context.Output.WriteLineAsync(
        $"User {user}, one-time password {password}: good for 24 hours, to be changed at the first sign-in at /console.");

    internal static Option<string> User(bool required) => new("--user")
    {
        Description = $"The name they sign in by: {AccountName.Allowed}.",
        HelpName = "name",
        Required = required,
        DefaultValueFactory = _ => "admin",
    };
}
