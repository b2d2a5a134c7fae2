using System.CommandLine;
using System.Globalization;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.LegalAid;

namespace UnionBot.Web.Commands;

/// <summary>What was told in a consultation, for its lawyer and legal supervisors, and who read it.</summary>
internal static class LegalAidReading
{
    public static Command Read()
    {
        var (number, who, reason) = (LegalAidCommand.Number(), StaffWork.As(), StaffWork.Reason(isRequired: true));
        var command = new Command("read", "Read what was told: only its lawyer and legal supervisors may, and each reading is kept with its reason.") { number, reason, who };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var typed = parsed.GetValue(who)!;
            if (await context.Services.GetRequiredService<CommandActors>().FindAsync(typed, ct) is not { } staff)
                return await StaffWork.RefuseAsync(parsed, StaffWork.UnknownOf(typed));

            var outcome = await context.Services.GetRequiredService<ConsultationRecords>().ReadAsync(parsed.GetRequiredValue(number), staff, parsed.GetValue(reason)!, ct);
            return outcome.Record is { } record ? await ShowAsync(context, record) : await StaffWork.RefuseAsync(parsed, Explain(outcome.Refusal));
        });
        return command;
    }

    public static Command Readings()
    {
        var (number, who) = (LegalAidCommand.Number(), StaffWork.As());
        var command = new Command("readings", "Show who read what was told in a consultation, when and why.") { number, who };
        command.SetBotAction((context, parsed, ct) => LegalAidCommand.OnBookingAsync(context, parsed, who, number, async (id, _) =>
        {
            foreach (var reading in await context.Services.GetRequiredService<ConsultationRecords>().ReadingsAsync($"{id}", ct))
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{StaffWork.Show(reading.At)}  {reading.By} {reading.ById}  {reading.Right}  {StaffWork.Clean(reading.Reason)}"));

            return ExitCodes.Ok;
        }, ct, StoryEndpoints.LogReaders));
        return command;
    }

    private static async Task<int> ShowAsync(CommandContext context, ConsultationRecord record)
    {
        await context.Output.WriteLineAsync($"{record.Number}  {record.Topic}");
        string?[] lines = [record.Told?.Summary, record.Told?.Employer, record.Told?.Name, record.Told?.Relation, record.Told?.Phone];
        foreach (var line in lines.OfType<string>()) await context.Output.WriteLineAsync(StaffWork.Clean(line, indent: ""));
        foreach (var (name, value) in record.Told?.Facts ?? new Dictionary<string, string>()) await context.Output.WriteLineAsync($"{name}: {StaffWork.Clean(value)}");
        foreach (var note in record.Notes) await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"outcome {note.Version}: {StaffWork.Clean(note.Text)}"));
        return ExitCodes.Ok;
    }

    private static string Explain(ReadingRefusal? refusal) => refusal switch
    {
        ReadingRefusal.NoSuchBooking => "There is no such booking.",
        ReadingRefusal.NotAllowed => "Only its lawyer and legal supervisors of a union above the person's own may read it.",
        _ => $"The reason is missing, or longer than {Reading.LongestReason} characters.",
    };
}
