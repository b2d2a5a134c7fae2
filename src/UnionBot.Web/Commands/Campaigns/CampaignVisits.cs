using System.CommandLine;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands.Campaigns;

/// <summary>派单: who goes for a campaign, and to whom on which day.</summary>
internal static class CampaignVisits
{
    private static readonly char[] Separators = [',', '，', '、'];

    private static readonly ConsoleAccess Runners = ConsoleAccess.For([.. CampaignRegister.Running]);

    public static Command Visitor()
    {
        var (number, who) = (StaffWork.Number("campaign"), StaffWork.As());
        var visitor = new Argument<long>("visitor") { Description = "Their number on the list of staff." };
        var regions = new Option<string>("--regions") { Description = "Where they go: codes or names, such as 370102,市中区.", HelpName = "regions", Required = true };
        var perDay = new Option<short>("--per-day") { Description = "The most visits in a day.", HelpName = "count", DefaultValueFactory = _ => 8 };
        perDay.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<short>() is < 1 or > Services.Campaigns.Visits.Visitor.MostPerDay) result.AddError($"--per-day is 1 to {Services.Campaigns.Visits.Visitor.MostPerDay}.");
        });
        var command = new Command("visitor", "Let a member of staff go for a campaign, or change where and how much.") { number, visitor, regions, perDay, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Runners, async staff =>
        {
            var campaign = (int)parsed.GetValue(number);
            if (await context.Services.GetRequiredService<CampaignRegister>().FindAsync(campaign, staff, ct) is null) return await StaffWork.RefuseAsync(parsed, CampaignCommand.Of(CampaignRefusal.Unknown));

            var (book, codes) = (context.Services.GetRequiredService<RegionBook>(), new List<string>());
            foreach (var name in parsed.GetValue(regions)!.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (book.Find(name) is not [var region]) return await StaffWork.RefuseAsync(parsed, $"{StaffWork.Clean(name)} is no region, or several; its code says which.");
                codes.Add(region.Code);
            }

            return await context.Services.GetRequiredService<VisitPlanning>().LetGoAsync(campaign, parsed.GetValue(visitor), codes, parsed.GetValue(perDay), AuditActor.Staff(staff), ct)
                ? ExitCodes.Ok
                : await StaffWork.RefuseAsync(parsed, "Nobody active on the list of staff has this number; see: staff list");
        }, ct));
        return command;
    }

    public static Command Assign()
    {
        var (number, who) = (StaffWork.Number("campaign"), StaffWork.As());
        var command = new Command("assign", "Give every target that nobody has been to a team and a day from tomorrow on.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Runners, async staff =>
        {
            var campaign = (int)parsed.GetValue(number);
            if (await context.Services.GetRequiredService<CampaignRegister>().FindAsync(campaign, staff, ct) is null) return await StaffWork.RefuseAsync(parsed, CampaignCommand.Of(CampaignRefusal.Unknown));
            if (await context.Services.GetRequiredService<VisitPlanning>().AssignAsync(campaign, AuditActor.Staff(staff), ct) is not { } assigned)
                return await StaffWork.RefuseAsync(parsed, CampaignCommand.Of(CampaignRefusal.NotYet));

            await context.Output.WriteLineAsync($"{assigned.Planned} visits planned.");
            foreach (var (why, count) in assigned.Unplanned.OrderBy(u => u.Key)) await context.Output.WriteLineAsync($"  nobody found, {Kebab.Of(why)}: {count}");

            return ExitCodes.Ok;
        }, ct));
        return command;
    }
}
