using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Vacancies;

namespace UnionBot.Web.Commands;

/// <summary>Staff's work on vacancies: look at what was imported, verify it with the employer, show it or not.</summary>
internal sealed class VacancyCommand : IBotCommand
{
    public Command Describe() => new("vacancy", "Vacancies (岗位).")
    {
        Call(),
        new Command(
            "review",
            "What was imported waits until staff have called the employer. Whoever reads or decides is named in the audit.")
        {
            List(),
            Show(),
            Approve(),
            Decide("reject", "Not fit to be shown.", (review, number, staff, reason, ct) => review.RejectAsync(number, staff, reason, ct)),
            Decide("hide", "Shown, and not to be shown any longer; it waits again.", (review, number, staff, reason, ct) => review.HideAsync(number, staff, reason, ct)),
            Decide("close", "Filled, or taken back by the employer.", (review, number, staff, reason, ct) => review.CloseAsync(number, staff, reason, ct)),
        },
    };

    private static Command Call()
    {
        var (number, who) = (StaffWork.Number("case"), StaffWork.As());
        var command = new Command("call", "Show how to reach the worker of a case who asked for an officer (就业联络员).") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, CaseEndpoints.Workers, async (staff, scope) =>
        {
            var @case = parsed.GetValue(number);
            if (!await context.Services.GetRequiredService<CaseFiles>().IsWithinAsync(@case, scope, staff, ct)
                || await context.Services.GetRequiredService<CallSheets>().OpenAsync(@case, staff, ct) is not { } sheet)
                return await StaffWork.RefuseAsync(parsed, $"Nobody asked for a call in case {@case}.");

            var about = sheet.Vacancy is { } vacancy ? $"about vacancy {vacancy}; its employer: vacancy review show {vacancy}" : "about work in general";
            await context.Output.WriteLineAsync($"{await HowAsync(context, sheet, @case, ct)}, {about}{StartOf(sheet)}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static string StartOf(CallSheet sheet) =>
        sheet.StartsOn is not { } day ? "" :
        day <= UnionCalendar.DayOf(sheet.AskedAt) ? "; can start at once" :
        string.Create(CultureInfo.InvariantCulture, $"; can start on {day:yyyy-MM-dd}");

    private static async Task<string> HowAsync(CommandContext context, CallSheet sheet, long @case, CancellationToken ct)
    {
        if (sheet.Way is CallWay.Chat) return $"In the chat: cases answer {@case} TEXT";
        if (sheet.Phone is { } given) return $"Call {given}";

        var db = context.Services.GetRequiredService<UnionDb>();
        var confirmed = await db.Set<Person>().Where(p => p.Id == sheet.Person).Select(p => p.Phone).SingleAsync(ct);
        return confirmed is null
            ? $"The number they had confirmed is gone; in the chat: cases answer {@case} TEXT"
            : $"Call {context.Services.GetRequiredService<PersonCiphers>().OpenPhone(sheet.Person, confirmed).Value}";
    }

    private static Command List()
    {
        var state = new Option<VacancyState>("--state") { Description = "Which ones; default those that wait.", DefaultValueFactory = _ => VacancyState.Waiting };
        var flagged = new Option<bool>("--flagged") { Description = "Only those that something speaks against." };
        var command = new Command("list", "Show vacancies, the oldest first, with what speaks against them; no contacts.") { state, flagged };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            foreach (var vacancy in await Review(context).ListAsync(StaffScope.Whole, parsed.GetValue(state), parsed.GetValue(flagged), ct))
                await context.Output.WriteLineAsync(VacancyPrinter.Line(vacancy));

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var (number, who) = (StaffWork.Number("vacancy"), StaffWork.As());
        var command = new Command("show", "Show a vacancy with its employer and whom to call there.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, VacancyEndpoints.Readers, async (staff, scope) =>
        {
            if (!await Review(context).IsWithinAsync(parsed.GetValue(number), scope, ct)
                || await Review(context).OpenAsync(parsed.GetValue(number), staff, ct) is not { } file)
                return await RefuseAsync(parsed, parsed.GetValue(number), VacancyRefusal.Unknown);

            await VacancyPrinter.PrintAsync(file, context.Output);
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Approve()
    {
        var numbers = new Argument<long[]>("numbers") { Description = "The numbers of the vacancies.", Arity = ArgumentArity.OneOrMore };
        var licence = new Option<bool>("--licence-seen") { Description = "The employer's licence (营业执照) was seen, too." };
        var reason = new Option<string?>("--reason") { Description = "Why it is shown in spite of what speaks against it; goes into the audit." };
        var who = StaffWork.As();
        var command = new Command("approve", "Verified with the employer today: workers are shown it for 30 days or until it ends.")
        {
            numbers, licence, reason, who,
        };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, VacancyEndpoints.Deciders, async (staff, scope) =>
        {
            var code = ExitCodes.Ok;
            foreach (var number in parsed.GetRequiredValue(numbers))
            {
                var refusal = await Review(context).IsWithinAsync(number, scope, ct)
                    ? await Review(context).ApproveAsync(number, staff, parsed.GetValue(licence), parsed.GetValue(reason), ct)
                    : VacancyRefusal.Unknown;
                if (refusal is { } why) code = await RefuseAsync(parsed, number, why);
                else await context.Output.WriteLineAsync(Done("approve", number));
            }

            return code;
        }, ct));
        return command;
    }

    private static Command Decide(
        string name, string description, Func<VacancyReview, long, long, string, CancellationToken, Task<VacancyRefusal?>> decide)
    {
        var (number, who) = (StaffWork.Number("vacancy"), StaffWork.As());
        var reason = StaffWork.Reason(isRequired: true);
        var command = new Command(name, description) { number, reason, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, VacancyEndpoints.Deciders, async (staff, scope) =>
        {
            var vacancy = parsed.GetValue(number);
            if (!await Review(context).IsWithinAsync(vacancy, scope, ct)) return await RefuseAsync(parsed, vacancy, VacancyRefusal.Unknown);
            if (await decide(Review(context), vacancy, staff, parsed.GetValue(reason)!, ct) is { } refusal)
                return await RefuseAsync(parsed, vacancy, refusal);

            await context.Output.WriteLineAsync(Done(name, vacancy));
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static string Done(string deed, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"Done: {deed} vacancy {number}");

    private static VacancyReview Review(CommandContext context) => context.Services.GetRequiredService<VacancyReview>();

    private static Task<int> RefuseAsync(ParseResult parsed, long number, VacancyRefusal refusal) => StaffWork.RefuseAsync(parsed, refusal switch
    {
        VacancyRefusal.Unknown => $"There is no vacancy {number}, or it is not in your part of the tree.",
        VacancyRefusal.Over => $"Vacancy {number} is over.",
        VacancyRefusal.NeedsReason => $"Something speaks against vacancy {number} (see: vacancy review show {number}); say why it is shown all the same: --reason",
        VacancyRefusal.NeverAllowed => $"Vacancy {number} must not be shown at all: it is open to people under 16.",
        VacancyRefusal.NotShown => $"Vacancy {number} is not shown anyway.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    });
}
