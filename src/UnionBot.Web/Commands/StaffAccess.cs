using System.CommandLine;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Commands;

/// <summary>How staff get into the console, and what they may do there.</summary>
internal static class StaffAccess
{
    public static Command Account()
    {
        var (number, user) = (StaffWork.Number("member of staff"), AdminCommand.User(required: true));
        var command = new Command("account", "Give a member of staff an account. Prints a one-time password, good for 24 hours.") { number, user };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var (id, typed) = (parsed.GetValue(number), parsed.GetValue(user)!);
            if (!AccountName.IsValid(typed)) return await StaffWork.RefuseAsync(parsed, $"--user must be {AccountName.Allowed}.");
            if (await context.Services.GetRequiredService<StaffAccounts>().CreateAsync(id, typed, ct) is not { } password)
            {
                return await StaffWork.RefuseAsync(
                    parsed, $"Staff {id} is not on the list, has an account already, or the name is taken. A new password: admin reset --user NAME");
            }

            await AdminCommand.PrintAsync(context, typed, password);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Role()
    {
        var number = StaffWork.Number("member of staff");
        var give = new Option<RoleKind?>("--give") { Description = "A role to give." };
        var take = new Option<RoleKind?>("--take") { Description = "A role to take back." };
        var organisation = new Option<long?>("--org") { Description = "The organisation it is for, with all below it. Without: the whole union.", HelpName = "number" };
        var command = new Command("role", "Show, give or take the roles of a member of staff. What changes counts at once.") { number, give, take, organisation };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var (id, node) = (parsed.GetValue(number), parsed.GetValue(organisation));
            var roles = context.Services.GetRequiredService<StaffRoles>();
            if (parsed.GetValue(give) is { } given && !await roles.GiveAsync(ServerUser.Actor, id, given, node, ct))
                return await StaffWork.RefuseAsync(parsed, $"Staff {id} is not on the list, or there is no organisation {node}.");
            if (parsed.GetValue(take) is { } taken && !await roles.TakeAsync(ServerUser.Actor, id, taken, node, ct))
                return await StaffWork.RefuseAsync(parsed, $"Staff {id} is the last administrator for the whole union; give the role to somebody else first.");

            foreach (var role in await roles.ListAsync(id, ct))
                await context.Output.WriteLineAsync($"{role.Kind,-15}  {(role.OrganisationId is { } of ? $"{of}  {role.Organisation}" : "whole union")}");

            return ExitCodes.Ok;
        });
        return command;
    }
}
