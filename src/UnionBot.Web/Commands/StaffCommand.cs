using System.CommandLine;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Web.Commands;

/// <summary>The list of staff: who works on cases, and in which chat they are reached.</summary>
internal sealed class StaffCommand : IBotCommand
{
    public Command Describe() => new("staff", "The members of staff who work on cases and are called in an emergency.")
    {
        Add(),
        Bind(),
        List(),
        Remove(),
        StaffAccess.Account(),
        StaffAccess.Role(),
    };

    private static Command Add()
    {
        var name = new Option<string>("--name") { Description = "Their name; kept encrypted.", HelpName = "name", Required = true };
        var organisation = new Option<long?>("--org") { Description = "The number of the organisation they work for.", HelpName = "number" };
        var command = new Command("add", "Put a member of staff on the list.") { name, organisation };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var typed = parsed.GetValue(name);
            if (string.IsNullOrWhiteSpace(typed)) return await StaffWork.RefuseAsync(parsed, "--name is empty.");
            if (await Register(context).AddAsync(typed, parsed.GetValue(organisation), ct) is not { } id)
                return await StaffWork.RefuseAsync(parsed, $"There is no organisation {parsed.GetValue(organisation)}.");

            await context.Output.WriteLineAsync($"Staff {id} is on the list. To reach them in their chat: staff bind {id}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Bind()
    {
        var number = StaffWork.Number("member of staff");
        var command = new Command("bind", "Print a one-time code by which a member of staff binds their own WeChat.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var id = parsed.GetValue(number);
            if (await Register(context).OpenCodeAsync(id, ct) is not { } code) return await UnknownAsync(parsed, id);

            var words = context.Services.GetRequiredService<Vocabulary>().TitleOf("duty/bind");
            await context.Output.WriteLineAsync(
                $"Staff {id} sends to the account, within {Staff.CodeGoodFor.TotalMinutes} minutes: {words} {code}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Show the list of staff.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var staff in await Register(context).ListAsync(ct))
            {
                var organisation = staff.OrganisationId is { } id ? $"organisation {id}" : "-";
                await context.Output.WriteLineAsync(
                    $"{staff.Id,5}  {staff.Name}  {organisation}  {(staff.IsBound ? "bound" : "not bound")}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove()
    {
        var number = StaffWork.Number("member of staff");
        var command = new Command("remove", "Take somebody who has left off the list; what they did stays in the audit.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var id = parsed.GetValue(number);
            if (!await Register(context).RemoveAsync(id, ct)) return await UnknownAsync(parsed, id);

            await context.Output.WriteLineAsync($"Staff {id} is off the list.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static StaffRegister Register(CommandContext context) => context.Services.GetRequiredService<StaffRegister>();

    private static Task<int> UnknownAsync(ParseResult parsed, long id) =>
        StaffWork.RefuseAsync(parsed, $"Nobody on the list of staff has number {id}.");
}
