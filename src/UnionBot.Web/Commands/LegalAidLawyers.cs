using System.CommandLine;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Lawyers;

namespace UnionBot.Web.Commands;

/// <summary>Lawyers: who they are, in which chat they work, their calendar, and who they are in the console.</summary>
internal static class LegalAidLawyers
{
    public static IEnumerable<Command> Describe() => [List(), Bind(), Unbind(), Calendar(), SignIn()];

    private static Command List()
    {
        var command = new Command("lawyers", "Show the lawyers with their numbers.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var lawyer in await Register(context).ListAsync(ct))
                await context.Output.WriteLineAsync(
                    $"{lawyer.Id,5}  {lawyer.Name}  {lawyer.Office}  {(lawyer.IsBound ? "bound" : "not bound")}{(lawyer.HasCalendar ? "  calendar" : "")}{(lawyer.StaffId is { } staff ? $"  staff {staff}" : "")}");

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Bind()
    {
        var (number, who) = (StaffWork.Number("lawyer"), StaffWork.As());
        var command = new Command("bind", "Print a one-time code by which a lawyer binds their own WeChat.") { number, who };
        command.SetBotAction((context, parsed, ct) => OnLawyerAsync(context, parsed, who, number, async staff =>
        {
            var id = parsed.GetValue(number);
            if (await Register(context).OpenCodeAsync(id, AuditActor.Staff(staff), ct) is not { } code) return await UnknownAsync(parsed, id);

            var words = context.Services.GetRequiredService<Vocabulary>().TitleOf("legal-aid/lawyer-bind");
            await context.Output.WriteLineAsync($"Lawyer {id} sends to the account, within {LawyerChat.CodeGoodFor.TotalMinutes} minutes: {words} {code}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Unbind()
    {
        var (number, who) = (StaffWork.Number("lawyer"), StaffWork.As());
        var command = new Command("unbind", "End a lawyer's work in their chat at once.") { number, who };
        command.SetBotAction((context, parsed, ct) => OnLawyerAsync(context, parsed, who, number, async staff =>
            await Register(context).UnbindAsync(parsed.GetValue(number), AuditActor.Staff(staff), ct)
                ? ExitCodes.Ok
                : await StaffWork.RefuseAsync(parsed, $"Lawyer {parsed.GetValue(number)} has bound no chat."), ct));
        return command;
    }

    private static Command Calendar()
    {
        var (number, who) = (StaffWork.Number("lawyer"), StaffWork.As());
        var end = new Option<bool>("--end") { Description = "End it instead." };
        var command = new Command("calendar", "Print a new secret address of a lawyer's calendar; an earlier one leads nowhere from then on.") { number, end, who };
        command.SetBotAction((context, parsed, ct) => OnLawyerAsync(context, parsed, who, number, async staff =>
        {
            var (id, links) = (parsed.GetValue(number), context.Services.GetRequiredService<CalendarLinks>());
            if (parsed.GetValue(end))
                return await links.EndAsync(id, AuditActor.Staff(staff), ct) ? ExitCodes.Ok : await StaffWork.RefuseAsync(parsed, $"Lawyer {id} has no calendar.");

            if (await links.OpenAsync(id, AuditActor.Staff(staff), ct) is not { } address) return await UnknownAsync(parsed, id);

            await context.Output.WriteLineAsync(address.AbsoluteUri);
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command SignIn()
    {
        var (number, who) = (StaffWork.Number("lawyer"), StaffWork.As());
        var account = new Option<long?>("--staff") { Description = "The member of staff as whom they sign in to the console; without it none.", HelpName = "number" };
        var command = new Command("sign-in", "Say as which member of staff a lawyer signs in to the console.") { number, account, who };
        command.SetBotAction((context, parsed, ct) => OnLawyerAsync(context, parsed, who, number, async staff =>
            await Register(context).SignInAsAsync(parsed.GetValue(number), parsed.GetValue(account), AuditActor.Staff(staff), ct)
                ? ExitCodes.Ok
                : await StaffWork.RefuseAsync(parsed, "There is no such lawyer, or nobody on the list of staff has that number."), ct));
        return command;
    }

    /// <summary>Does something with a lawyer of their part of the tree.</summary>
    private static Task<int> OnLawyerAsync(
        CommandContext context, ParseResult parsed, Option<string> who, Argument<long> number, Func<long, Task<int>> work, CancellationToken ct) =>
        StaffWork.AsStaffAsync(context, parsed, who, LegalAidCommand.Workers, async (staff, scope) =>
            await LegalAidCommand.HasLawyerAsync(context, scope, parsed.GetValue(number), ct) ? await work(staff) : await UnknownAsync(parsed, parsed.GetValue(number)), ct);

    private static LawyerRegister Register(CommandContext context) => context.Services.GetRequiredService<LawyerRegister>();

    private static Task<int> UnknownAsync(ParseResult parsed, long id) => StaffWork.RefuseAsync(parsed, LegalAidCommand.UnknownLawyer(id));
}
