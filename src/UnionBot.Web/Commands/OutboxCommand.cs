using System.CommandLine;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Web.Commands.Broadcasts;
using UnionBot.Web.Console.Outbox;

namespace UnionBot.Web.Commands;

/// <summary>What goes out to people: stop it, start it, see what waits and what nobody knows of.</summary>
internal sealed class OutboxCommand : IBotCommand
{
    private const int MostListed = 200;

    public Command Describe() => new("outbox", "What goes out to people by itself. Answers to a message and calls to alarms are never stopped.")
    {
        Switch("stop", "Stop sending on all hosts, at once.", isStopped: true),
        Switch("start", "Send again.", isStopped: false),
        Status(),
        Unknown(),
        CriticalCommand.Waiting(),
        CriticalCommand.Send(),
        SilentDayCommand.Describe(),
        FateExport.Describe(),
    };

    private static Command Switch(string name, string description, bool isStopped)
    {
        var (who, reason) = (StaffWork.As(), StaffWork.Reason(isRequired: false));
        var command = new Command(name, description) { who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, OutboxEndpoints.Deciders, async staff =>
        {
            var changed = await context.Services.GetRequiredService<SendSwitch>().SetAsync(isStopped, staff, parsed.GetValue(reason), seen: null, ct);
            var state = isStopped ? "stopped" : "going out";
            await context.Output.WriteLineAsync(changed ? $"Messages are {state} now." : $"Messages were {state} already.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Show whether messages go out, what waits and what is unknown.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var state = await context.Services.GetRequiredService<SendSwitch>().ReadAsync(ct);
            var since = state.ChangedAt is { } at ? $" since {StaffWork.Show(at)}, by staff {state.Staff}" : "";
            await context.Output.WriteLineAsync(state.IsStopped ? $"Stopped{since}." : $"Going out{since}.");
            await context.Output.WriteLineAsync($"{state.Queued} wait to be sent; of {state.Unknown} nobody knows whether they arrived.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Unknown()
    {
        var command = new Command("unknown", $"List messages of which nobody knows whether they arrived, the newest {MostListed} first.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var unknown = await context.Services.GetRequiredService<UnknownOutcomes>().ListAsync(StaffScope.Whole, MostListed, ct);
            foreach (var message in unknown)
            {
                await context.Output.WriteLineAsync(
                    $"{message.Id,8}  {StaffWork.Show(message.CreatedAt)}  person {message.Person}  {message.Occasion}  attempts {message.Attempts}");
            }

            if (unknown.Count == 0) await context.Output.WriteLineAsync("There are none.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
