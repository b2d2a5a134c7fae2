using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.LegalAid;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands;

/// <summary>Staff's work on legal consultations: the day's board, check-in, what became of them, and a lawyer who is away.</summary>
internal sealed class LegalAidCommand : IBotCommand
{
    /// <summary>Who works on bookings, as in the console.</summary>
    internal static readonly ConsoleAccess Workers = LegalAidEndpoints.Workers;

    public Command Describe()
    {
        var command = Deeds();
        foreach (var lawyers in LegalAidLawyers.Describe()) command.Add(lawyers);
        return command;
    }

    private static Command Deeds() => new("legal-aid", "Legal consultations (法律咨询). Every deed is in the audit.")
    {
        Board(),
        Deed("check-in", "They are there and say their number.", (desk, number, who, ct) => desk.CheckInAsync(number, who, ct)),
        Deed("missed", "They did not come.", (desk, number, who, ct) => desk.MissAsync(number, who, ct)),
        Deed("not-answered", "They were called in vain; the second time it is over.", (desk, number, who, ct) => desk.CallInVainAsync(number, who, ct)),
        Deed("done", "The consultation was held.", (desk, number, who, ct) => desk.FinishAsync(number, BookingState.Done, who, ct)),
        Deed("transferred", "It went on elsewhere.", (desk, number, who, ct) => desk.FinishAsync(number, BookingState.Transferred, who, ct)),
        Cancel(),
        LegalAidTimes.Move(),
        LegalAidTimes.WalkIn(),
        Away(),
        Calls(),
        LegalAidOutcome.Describe(),
        LegalAidReading.Read(),
        LegalAidReading.Readings(),
        LegalAidReport.Describe(),
    };

    private static Command Board()
    {
        var day = new Option<string?>("--day") { Description = "Which day, such as 2026-03-02; default today.", HelpName = "day" };
        var command = new Command("board", "Show the bookings of a day, without what was told.") { day };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var today = UnionCalendar.DayOf(context.Services.GetRequiredService<BusinessClock>().GetUtcNow());
            if (parsed.GetValue(day) is { } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
                return await StaffWork.RefuseAsync(parsed, $"{StaffWork.Clean(typed)} is no day like 2026-03-02.");

            var board = await context.Services.GetRequiredService<DayBoard>().ReadAsync(today, LegalPart.Whole, ct);
            foreach (var line in board.Bookings)
                await context.Output.WriteLineAsync(
                    $"{line.Number}  {StaffWork.Show(line.StartsAt)}  {line.Mode,-6}  {line.State,-11}  {line.Lawyer}  {line.Site}{(line.IsUrgent ? "  urgent" : "")}{(line.IsComing ? "  says coming" : "")}{(line.IsMovedOften ? "  moved often" : "")}");

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Deed(string name, string description, Func<StaffBookings, string, AuditActor, CancellationToken, Task<BookingRefusal?>> work)
    {
        var (number, who) = (Number(), StaffWork.As());
        var command = new Command(name, description) { number, who };
        command.SetBotAction((context, parsed, ct) => OnBookingAsync(context, parsed, who, number, async (id, staff) =>
            await TellAsync(parsed, await work(context.Services.GetRequiredService<StaffBookings>(), $"{id}", AuditActor.Staff(staff), ct)), ct));
        return command;
    }

    private static Command Cancel()
    {
        var (number, who, reason, silent) = (Number(), StaffWork.As(), StaffWork.Reason(isRequired: true), LegalAidTimes.Silent());
        var command = new Command("cancel", "Cancel a booking for somebody.") { number, who, reason, silent };
        command.SetBotAction((context, parsed, ct) => OnBookingAsync(context, parsed, who, number, async (id, staff) => await TellAsync(
            parsed,
            await context.Services.GetRequiredService<StaffBookings>().CancelAsync(
                $"{id}", parsed.GetValue(reason)!, AuditActor.Staff(staff), ct, tells: !parsed.GetValue(silent))), ct));
        return command;
    }

    private static Command Away()
    {
        var (lawyer, who, reason) = (StaffWork.Number("lawyer"), StaffWork.As(), StaffWork.Reason(isRequired: false));
        var (from, until) = (StaffWork.Time("--from", "When the absence begins"), StaffWork.Time("--until", "When it ends"));
        var command = new Command("away", "A lawyer is ill or on leave: everybody who was to speak with them is offered the three nearest times.") { lawyer, from, until, reason, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Workers, async (staff, scope) =>
        {
            if (!await HasLawyerAsync(context, scope, parsed.GetValue(lawyer), ct)) return await StaffWork.RefuseAsync(parsed, UnknownLawyer(parsed.GetValue(lawyer)));
            if (parsed.GetValue(until) <= parsed.GetValue(from)) return await StaffWork.RefuseAsync(parsed, "It ends after it has begun.");

            var displaced = await context.Services.GetRequiredService<MassMove>().LeaveAsync(
                parsed.GetValue(lawyer), parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(reason), AuditActor.Staff(staff), ct);
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{displaced} bookings have to be moved; who does not answer is in: legal-aid calls"));
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Calls()
    {
        var who = StaffWork.As();
        var command = new Command("calls", "Show whom to call, since their lawyer is away and they did not answer.") { who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Workers, async (staff, scope) =>
        {
            foreach (var call in await context.Services.GetRequiredService<DisplacedCalls>().ReadAsync(await PartOfAsync(context, scope, ct), AuditActor.Staff(staff), ct))
                await context.Output.WriteLineAsync($"{call.Number}  {StaffWork.Show(call.StartsAt)}  {StaffWork.Clean(call.Name ?? "-")}  {call.Phone ?? "-"}{(call.HasUnfollowed ? "  unfollowed: remind" : "  to be moved")}");

            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    internal static Argument<string> Number() => new("number") { Description = "The number of the booking: LA-0116-037." };

    /// <summary>Does something with a booking of their part of the tree.</summary>
    /// <param name="work">Is told which booking, and who does it.</param>
    internal static Task<int> OnBookingAsync(
        CommandContext context, ParseResult parsed, Option<string> who, Argument<string> number, Func<Guid, long, Task<int>> work, CancellationToken ct, ConsoleAccess? access = null) =>
        StaffWork.AsStaffAsync(context, parsed, who, access ?? Workers, async (staff, scope) =>
            await context.Services.GetRequiredService<BookingFiles>().FindAsync(parsed.GetRequiredValue(number), await PartOfAsync(context, scope, ct), ct) is { } id
                ? await work(id, staff)
                : await TellAsync(parsed, BookingRefusal.NoSuchBooking), ct);

    internal static Task<LegalPart> PartOfAsync(CommandContext context, StaffScope scope, CancellationToken ct) =>
        context.Services.GetRequiredService<LegalParts>().OfAsync(scope, lawyer: null, ct);

    /// <summary>Whether a lawyer belongs to their part of the tree, and works for the union.</summary>
    internal static async Task<bool> HasLawyerAsync(CommandContext context, StaffScope scope, long lawyer, CancellationToken ct) =>
        (await context.Services.GetRequiredService<ScheduleBook>().LawyersAsync(await PartOfAsync(context, scope, ct), ct)).ContainsKey(lawyer);

    internal static string UnknownLawyer(long lawyer) => $"No lawyer who works for the union has number {lawyer}; see: legal-aid lawyers";

    internal static async Task<int> TellAsync(ParseResult parsed, BookingRefusal? refusal) => refusal switch
    {
        null => ExitCodes.Ok,
        BookingRefusal.NoSuchBooking => await StaffWork.RefuseAsync(parsed, "There is no such booking that is still open."),
        _ => await StaffWork.RefuseAsync(parsed, "That cannot be done to the booking as it is now; see: legal-aid board"),
    };
}
