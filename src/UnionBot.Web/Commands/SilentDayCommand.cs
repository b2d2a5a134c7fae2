using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Web.Console.Outbox;

namespace UnionBot.Web.Commands;

/// <summary>Days (静默) on which nobody is told anything they did not ask for.</summary>
internal static class SilentDayCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Describe() => new("silent", "Days (静默) on which nobody is told anything they did not ask for.")
    {
        Change("add", "On that day nobody is told anything unasked.", isSilent: true),
        Change("remove", "Make it a day like others again.", isSilent: false),
        List(),
    };

    private static Command Change(string name, string description, bool isSilent)
    {
        var (day, who, reason) = (Day(), StaffWork.As(), StaffWork.Reason(isRequired: isSilent));
        var command = new Command(name, description) { day, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, OutboxEndpoints.Deciders, async staff =>
        {
            var (chosen, days) = (parsed.GetValue(day), context.Services.GetRequiredService<SilentDays>());
            if (days.IsOver(chosen)) return await StaffWork.RefuseAsync(parsed, string.Create(CultureInfo.InvariantCulture, $"{chosen:yyyy-MM-dd} is over."));

            var changed = await days.SetAsync(chosen, isSilent, staff, parsed.GetValue(reason), ct);
            var now = isSilent ? "a silent day" : "a day like others";
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{chosen:yyyy-MM-dd} {(changed ? "is" : "was")} {now}{(changed ? "" : " already")}."));
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Show the silent days from today on, the next first.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var days = await context.Services.GetRequiredService<SilentDays>().ListAsync(ct);
            var names = await context.Services.GetRequiredService<StaffRegister>().NamesAsync(days.Select(d => d.Staff).Distinct(), ct);
            foreach (var day in days)
            {
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}  set by staff {day.Staff}, {StaffWork.Clean(names.GetValueOrDefault(day.Staff, "no longer known"))}"));
            }

            if (days.Count == 0) await context.Output.WriteLineAsync("There are none.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Argument<DateOnly> Day() => new("day")
    {
        Description = "A day in China, such as 2027-02-05.",
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return read;

            result.AddError($"day \"{typed}\" is no day like \"2027-02-05\".");
            return default;
        },
    };
}
