using System.CommandLine;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Web.Console.Duty;

namespace UnionBot.Web.Commands;

/// <summary>The rota: who is on duty when, who is now, and who takes care of an alarm.</summary>
internal sealed class DutyCommand : IBotCommand
{
    public Command Describe() => new(
        "duty",
        "Who is on duty (值班). Alarms call them in the order of the rota: who began first is first. When nobody is on duty, " +
        "alarms call all staff at once, and whoever asks for a person is given 12351.")
    {
        Add(),
        List(),
        Remove(),
        Now(),
        Acknowledge(),
    };

    private static Command Add()
    {
        var staff = new Option<long>("--staff") { Description = "Who is on duty.", HelpName = "staff", Required = true };
        var start = StaffWork.Time("--from", "When the shift begins");
        var end = StaffWork.Time("--to", "When it ends");
        var command = new Command("add", "Add a shift to the rota.") { staff, start, end };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var (id, startsAt, endsAt) = (parsed.GetValue(staff), parsed.GetValue(start), parsed.GetValue(end));
            if (endsAt <= startsAt || endsAt - startsAt > DutyShift.Longest)
                return await StaffWork.RefuseAsync(parsed, $"--to must be after --from, by at most {DutyShift.Longest.TotalDays} days.");
            if (await Register(context).AddAsync(ServerUser.Actor, id, startsAt, endsAt, ct) is not { } shift)
                return await StaffWork.RefuseAsync(parsed, $"Nobody on the list of staff has number {id}; see: staff list");

            await context.Output.WriteLineAsync(
                $"Shift {shift}: staff {id}, {StaffWork.Show(startsAt)} to {StaffWork.Show(endsAt)}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Show the shifts that have not ended.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var shift in await Register(context).ListAsync(ct))
            {
                var left = shift.HasLeft ? $"  no longer staff, not called; see: duty remove {shift.Id}" : "";
                await context.Output.WriteLineAsync(
                    $"{shift.Id,5}  {StaffWork.Show(shift.StartsAt)} to {StaffWork.Show(shift.EndsAt)}  {shift.StaffId} {shift.Staff}{left}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove()
    {
        var number = StaffWork.Number("shift");
        var command = new Command("remove", "Take a shift off the rota.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var shift = parsed.GetValue(number);
            if (!await Register(context).RemoveAsync(ServerUser.Actor, shift, ct))
                return await StaffWork.RefuseAsync(parsed, $"There is no shift {shift}.");

            await context.Output.WriteLineAsync($"Shift {shift} is off the rota.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Now()
    {
        var command = new Command("now", "Show who is on duty now, in the order they are called.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var rota = context.Services.GetRequiredService<DutyRota>();
            var now = context.Services.GetRequiredService<BusinessClock>().GetUtcNow();
            var onDuty = await rota.OnDutyAsync(now, ct);
            var reachable = (await rota.ReachableOnDutyAsync(now, ct)).Select(s => s.StaffId).ToHashSet();
            var names = await context.Services.GetRequiredService<StaffRegister>().NamesAsync(onDuty, ct);

            foreach (var staff in onDuty)
            {
                var how = reachable.Contains(staff) ? "reached in their chat" : "not reached in a chat; see: staff bind";
                await context.Output.WriteLineAsync($"{staff,5}  {names[staff]}  {how}");
            }

            if (onDuty.Count == 0) await context.Output.WriteLineAsync("Nobody is on duty.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Acknowledge()
    {
        var (number, who) = (StaffWork.Number("alarm"), StaffWork.As());
        var command = new Command("ack", "Take care of an alarm; nobody else is called to it.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, DutyEndpoints.Acknowledgers, async staff =>
        {
            var alarm = parsed.GetValue(number);
            var done = await Register(context).AcknowledgeAsync(staff, alarm, ct);
            switch (done.Result)
            {
                case AcknowledgementResult.Unknown:
                    return await StaffWork.RefuseAsync(parsed, $"There is no alarm {alarm}.");
                case AcknowledgementResult.Colleagues:
                    return await StaffWork.RefuseAsync(parsed, $"A colleague takes care of alarm {alarm}.");
                default:
                    await context.Output.WriteLineAsync($"Alarm {alarm} is yours. The talk: cases show {done.CaseNumber} --as {staff}");
                    return ExitCodes.Ok;
            }
        }, ct));
        return command;
    }

    private static DutyRegister Register(CommandContext context) => context.Services.GetRequiredService<DutyRegister>();
}
