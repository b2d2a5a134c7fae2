using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Retention;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Phones;

namespace UnionBot.Web.Commands.Cases;

/// <summary>Staff's work on cases: read, claim, note, answer, close, reopen.</summary>
internal sealed class CasesCommand : IBotCommand
{
    public Command Describe() => new("cases", "Cases for a person of the union. Whoever reads or changes one is named in the audit.")
    {
        List(),
        Phone(),
        Show(),
        Call(),
        Claim(),
        Note(),
        Answer(),
        Deed("close", "办好了: tell the person and let the bot answer again.", (desk, number, staff, ct) => desk.CloseAsync(number, staff, ct)),
        Deed("reopen", "Open a closed case again.", (desk, number, staff, ct) => desk.ReopenAsync(number, staff, ct)),
    };

    private static Command List()
    {
        var open = new Option<bool>("--open") { Description = "Only those that are not closed." };
        var command = new Command("list", "Show cases, the newest first, without anything that was said.") { open };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            foreach (var @case in await context.Services.GetRequiredService<CaseFiles>().ListAsync(parsed.GetValue(open), ct))
                await context.Output.WriteLineAsync(CasePrinter.Line(@case));

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Phone()
    {
        var who = StaffWork.As();
        var command = new Command(
            "phone",
            "Show whom to call: who no longer follows while a case is open, and who asked to be forgotten but is held; with phone and reason.")
        {
            who,
        };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, PhoneListEndpoints.Callers, async (staff, scope) =>
        {
            foreach (var line in await context.Services.GetRequiredService<PhoneList>().ReadAsync(scope, staff, ct))
            {
                await context.Output.WriteLineAsync(CasePrinter.Line(line));
                await PrintCallsAsync(context, line, staff, ct);
            }

            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    /// <summary>The numbers that the person gave for a call alone; read in the audit, as by the command that shows one.</summary>
    private static async Task PrintCallsAsync(CommandContext context, PhoneListLine line, long staff, CancellationToken ct)
    {
        var sheets = context.Services.GetRequiredService<CallSheets>();
        foreach (var number in line.Cases)
        {
            if (await sheets.OpenAsync(number, staff, ct) is { Phone: { } phone }) await context.Output.WriteLineAsync(CasePrinter.Line(number, phone));
        }
    }

    private static Command Show()
    {
        var (number, who) = (StaffWork.Number("case"), StaffWork.As());
        var full = new Option<bool>("--full") { Description = "Long texts of the bot whole, too." };
        var command = new Command("show", "Show a case with its history and its transcript; numbers of people are masked.") { number, full, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, CaseEndpoints.Readers, async (staff, scope) =>
        {
            var files = context.Services.GetRequiredService<CaseFiles>();
            if (!await IsWithinAsync(context, parsed.GetValue(number), scope, staff, ct) || await files.OpenAsync(parsed.GetValue(number), staff, ct) is not { } file)
                return await RefuseAsync(parsed, parsed.GetValue(number), CaseRefusal.Unknown);

            await new CaseFilePrinter(context.Output, parsed.GetValue(full)).PrintAsync(file, staff);
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Call()
    {
        var (number, who) = (StaffWork.Number("case"), StaffWork.As());
        var command = new Command("call", "Show the phone of the person of a case, to whoever works on it or is on duty while nobody does.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, CaseEndpoints.Workers, async (staff, scope) =>
        {
            var @case = parsed.GetValue(number);
            if (!await IsWithinAsync(context, @case, scope, staff, ct)) return await RefuseAsync(parsed, @case, CaseRefusal.Unknown);

            var (refusal, phone) = await context.Services.GetRequiredService<CasePhones>().OpenAsync(@case, staff, ct);
            if (phone is null) return await StaffWork.RefuseAsync(parsed, CaseWords.OfRefusal(refusal!.Value, @case, staff));

            await context.Output.WriteLineAsync($"Call {phone.Value}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Claim()
    {
        var takeOver = new Option<bool>("--take-over") { Description = "Also when a colleague works on it." };
        var command = Deed(
            "claim",
            "Work on a case from now on.",
            (desk, parsed, number, staff, ct) => desk.ClaimAsync(number, staff, parsed.GetValue(takeOver), ct));
        command.Add(takeOver);
        return command;
    }

    private static Command Note()
    {
        var text = new Argument<string>("text") { Description = "Only staff see it; kept encrypted, numbers of people masked." };
        var command = Deed(
            "note",
            "Add a note to a case.",
            (desk, parsed, number, staff, ct) => desk.NoteAsync(number, staff, parsed.GetRequiredValue(text), ct));
        command.Add(NotBlank(text));
        return command;
    }

    private static Command Answer()
    {
        var text = new Argument<string>("text") { Description = "What the person reads." };
        var command = Deed(
            "answer",
            "Answer the person, now or at their next contact. The bot is then silent for 20 minutes, but for words of crisis.",
            (desk, parsed, number, staff, ct) => desk.AnswerAsync(number, staff, parsed.GetRequiredValue(text), ct));
        command.Add(NotBlank(text));
        return command;
    }

    private static Command Deed(
        string name, string description, Func<CaseDesk, long, long, CancellationToken, Task<CaseRefusal?>> deed) =>
        Deed(name, description, (desk, _, number, staff, ct) => deed(desk, number, staff, ct));

    private static Command Deed(
        string name, string description, Func<CaseDesk, ParseResult, long, long, CancellationToken, Task<CaseRefusal?>> deed)
    {
        var (number, who) = (StaffWork.Number("case"), StaffWork.As());
        var command = new Command(name, description) { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, CaseEndpoints.Workers, async (staff, scope) =>
        {
            var @case = parsed.GetValue(number);
            var desk = context.Services.GetRequiredService<CaseDesk>();
            if (!await IsWithinAsync(context, @case, scope, staff, ct)) return await RefuseAsync(parsed, @case, CaseRefusal.Unknown);
            if (await deed(desk, parsed, @case, staff, ct) is { } refusal) return await RefuseAsync(parsed, @case, refusal);

            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Done: {name} case {@case}"));
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    /// <summary>Whether a case is of the part of the tree of whoever asks, or in their hands.</summary>
    private static Task<bool> IsWithinAsync(CommandContext context, long number, StaffScope scope, long staff, CancellationToken ct) =>
        context.Services.GetRequiredService<CaseFiles>().IsWithinAsync(number, scope, staff, ct);

    private static Argument<string> NotBlank(Argument<string> text)
    {
        text.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("The text is empty.");
        });
        return text;
    }

    private static Task<int> RefuseAsync(ParseResult parsed, long number, CaseRefusal refusal) => StaffWork.RefuseAsync(parsed, refusal switch
    {
        CaseRefusal.Unknown => $"There is no case {number}, or it is not in your part of the tree.",
        CaseRefusal.Closed => $"Case {number} is closed; first: cases reopen {number}",
        CaseRefusal.NotClosed => $"Case {number} is not closed.",
        CaseRefusal.ClaimedByAnother => $"A colleague works on case {number}; first: cases claim {number} --take-over",
        CaseRefusal.NewerOpen => $"The person has a newer open case of the same kind; go on there. See: cases list --open",
        CaseRefusal.Unfollowed => "The person no longer follows the account, or has left the web chat: nothing can be sent. Call them if a phone is known.",
        CaseRefusal.Changed => $"Somebody did something with case {number} just now; look again: cases show {number}",
        CaseRefusal.TooLong => $"More than one message holds ({CaseDesk.LongestAnswer} bytes); send it in parts.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    });
}
