using System.CommandLine;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.LegalAid;

namespace UnionBot.Web.Commands;

/// <summary>Times that staff give: another one for a booking, one of today for somebody who walks in.</summary>
internal static class LegalAidTimes
{
    /// <summary>Staff always decide whether somebody is told.</summary>
    public static Option<bool> Silent() => new("--without-telling") { Description = "They know already, and get no message." };

    public static Command Move()
    {
        var (number, who, reason, silent) = (LegalAidCommand.Number(), StaffWork.As(), StaffWork.Reason(isRequired: false), Silent());
        var (lawyer, at) = (Lawyer(), StaffWork.Time("--at", "When it is to begin"));
        var mode = new Option<ConsultationModes>("--mode") { Description = "How they speak.", DefaultValueFactory = _ => ConsultationModes.All };
        var command = new Command("move", "Move a booking to another free time or lawyer.") { number, lawyer, at, mode, who, reason, silent };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, LegalAidCommand.Workers, async (staff, scope) =>
        {
            var (part, files) = (await LegalAidCommand.PartOfAsync(context, scope, ct), context.Services.GetRequiredService<BookingFiles>());
            var (desk, starts) = (context.Services.GetRequiredService<StaffBookings>(), parsed.GetValue(at));
            if (await files.FindAsync(parsed.GetRequiredValue(number), part, ct) is not { } id) return await LegalAidCommand.TellAsync(parsed, BookingRefusal.NoSuchBooking);

            var free = await context.Services.GetRequiredService<MoveTimes>().FindAsync(id, UnionCalendar.DayOf(starts), parsed.GetValue(mode), part, ct);
            var slot = free.FirstOrDefault(s => s.LawyerId == parsed.GetValue(lawyer) && s.StartsAt == starts);
            if (slot is null) return await StaffWork.RefuseAsync(parsed, "That time is not free.");

            return await LegalAidCommand.TellAsync(
                parsed, await desk.MoveAsync($"{id}", slot, AuditActor.Staff(staff), ct, tells: !parsed.GetValue(silent), parsed.GetValue(reason)));
        }, ct));
        return command;
    }

    public static Command WalkIn()
    {
        var (who, lawyer) = (StaffWork.As(), Lawyer());
        var topic = new Option<string>("--topic") { Description = "What it is about, such as wage_arrears.", DefaultValueFactory = _ => "other" };
        var phone = new Option<string?>("--phone") { Description = "Their mobile number; with it, it belongs to the account that confirmed it." };
        var name = new Option<string?>("--name") { Description = "How they are called; for the lawyer only." };
        var command = new Command("walk-in", "Give somebody who came without a booking the lawyer's next time of today.") { lawyer, topic, phone, name, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, LegalAidCommand.Workers, async (staff, scope) =>
        {
            MobileNumber? number = null;
            if (parsed.GetValue(phone) is { } typed && !MobileNumber.TryParse(typed, out number)) return await StaffWork.RefuseAsync(parsed, "--phone is no mobile number.");

            var (walkIns, by) = (context.Services.GetRequiredService<WalkIns>(), AuditActor.Staff(staff));
            if ((await walkIns.TimesAsync(await LegalAidCommand.PartOfAsync(context, scope, ct), ct)).FirstOrDefault(s => s.LawyerId == parsed.GetValue(lawyer)) is not { } slot)
                return await StaffWork.RefuseAsync(parsed, "That lawyer has no free time for visitors today.");

            var found = number is null ? [] : await walkIns.FindAsync(number, by, ct);
            var details = new BookingDetails
            {
                Topic = parsed.GetRequiredValue(topic),
                Told = new ToldDetails { Name = parsed.GetValue(name) },
                Phone = number,
                ConsentVersion = WalkInDraft.Consent,
            };
            var outcome = await walkIns.TakeAsync(slot, found is [var only] ? only.Id : null, details, by, ct);
            if (outcome.Number is null) return await StaffWork.RefuseAsync(parsed, "That time was taken just now; try again.");

            await context.Output.WriteLineAsync($"{outcome.Number}  {StaffWork.Show(slot.StartsAt)}  {slot.Lawyer}  {slot.Site}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Option<long> Lawyer() => new("--lawyer") { Description = "The number of the lawyer.", HelpName = "number", Required = true };
}
