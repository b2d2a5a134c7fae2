using System.CommandLine;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Web.Console.Outbox;

namespace UnionBot.Web.Commands;

/// <summary>What waits for a better hour, and the decision that it must not.</summary>
internal static class CriticalCommand
{
    private const int MostListed = 200;

    public static Command Waiting()
    {
        var command = new Command("waiting", $"List messages that wait for a better hour or day, the next {MostListed} first; whom they are for is a number.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var waiting = await context.Services.GetRequiredService<WaitingMessages>().ListAsync(StaffScope.Whole, MostListed, ct);
            foreach (var message in waiting)
            {
                await context.Output.WriteLineAsync(
                    $"{message.Id,8}  from {StaffWork.Show(message.NotBefore)} until {StaffWork.Show(message.NotAfter)}  person {message.Person}  {message.Occasion}");
            }

            if (waiting.Count == 0) await context.Output.WriteLineAsync("There are none.");
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Send()
    {
        var (number, who, reason) = (StaffWork.Number("message; see: outbox waiting"), StaffWork.As(), StaffWork.Reason(isRequired: true));
        var command = new Command("critical", "Send a message that waits at once, in quiet hours and beyond the cap: a storm, a danger.") { number, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, OutboxEndpoints.Exempters, async (staff, scope) =>
        {
            var id = parsed.GetValue(number);
            if (!await context.Services.GetRequiredService<WaitingMessages>().SendNowAsync(id, scope, staff, parsed.GetValue(reason)!, ct))
                return await StaffWork.RefuseAsync(parsed, $"No message {id} waits, or it is not for somebody in your part of the tree; see: outbox waiting");

            await context.Output.WriteLineAsync($"Message {id} goes out now.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }
}
