using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands.Campaigns;

/// <summary>Campaigns (冬送温暖, 夏送清凉 …) by commands, with the rights of the named member of staff.</summary>
internal sealed class CampaignCommand : IBotCommand
{
    private static readonly ConsoleAccess Planners = ConsoleAccess.For([.. CampaignRegister.Planning]);

    private static readonly ConsoleAccess Approvers = ConsoleAccess.For([.. CampaignRegister.Approving]);

    private static readonly ConsoleAccess Runners = ConsoleAccess.For([.. CampaignRegister.Running]);

    private static readonly ConsoleAccess Readers = ConsoleAccess.For([.. CampaignRegister.Reading]);

    public Command Describe()
    {
        var command = Deeds();
        foreach (var stock in CampaignStock.Describe()) command.Add(stock);
        return command;
    }

    private static Command Deeds() => new("campaign", "Seasonal campaigns (四季活动), from plan to report.")
    {
        Create(),
        Show(),
        Count(),
        Deed("approve", "Approve a plan that others wrote.", Approvers, (register, number, seen, reason, staff, ct) => register.ApproveAsync(number, seen, reason, staff, ct)),
        Freeze(),
        Deed("pause", "Nobody goes out until it is resumed.", Runners, (register, number, seen, reason, staff, ct) => register.PauseAsync(number, seen, reason, staff, ct)),
        Deed("resume", "Go on with one that was paused.", Runners, (register, number, seen, reason, staff, ct) => register.ResumeAsync(number, seen, reason, staff, ct)),
        Pass(),
        CampaignVisits.Visitor(),
        CampaignVisits.Assign(),
        CampaignReports.Describe(),
    };

    private static Command Create()
    {
        var file = new Option<FileInfo>("--file") { Description = "YAML: kind, title, organisation, from, until, audience, cash, ceiling, budget, kit.", HelpName = "file", Required = true };
        var who = StaffWork.As();
        var command = new Command("create", "Keep a new plan from a file. Prints its number.") { file, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Planners, async staff =>
        {
            var path = parsed.GetValue(file)!.FullName;
            if (OrdinaryFile.FaultOf(path) is { } fault) return await StaffWork.RefuseAsync(parsed, fault);

            var content = await CampaignFile.ReadAsync(path, context.Services.GetRequiredService<CampaignBook>(), context.Services.GetRequiredService<UnionDb>(), ct);
            var (number, refusal) = await Register(context).CreateAsync(content, staff, ct);
            if (refusal is { } why) return await StaffWork.RefuseAsync(parsed, Of(why));

            await context.Output.WriteLineAsync($"{number}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Show()
    {
        var (number, who) = (Number(), StaffWork.As());
        var command = new Command("show", "Show the plan and its stages.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Readers, async staff =>
        {
            if (await Register(context).FindAsync(parsed.GetValue(number), staff, ct) is not { } campaign) return await StaffWork.RefuseAsync(parsed, Of(CampaignRefusal.Unknown));

            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{campaign.Id}  {campaign.Title}  {campaign.FirstDay:yyyy-MM-dd} to {campaign.LastDay:yyyy-MM-dd}  {campaign.State}  {campaign.Audience}"));
            foreach (var stage in await Register(context).StagesAsync(campaign.Id, ct))
            {
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"  {stage.Ordinal + 1}  {stage.Title}  {stage.FirstDay:yyyy-MM-dd} to {stage.LastDay:yyyy-MM-dd}  {stage.Gate}{(stage.PassedAt is null ? "" : "  passed")}"));
            }

            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Count()
    {
        var (number, who) = (Number(), StaffWork.As());
        var command = new Command("count", "Count whom the audience means now, and who is left out why. Nothing is kept.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Readers, async staff =>
        {
            if (await Register(context).FindAsync(parsed.GetValue(number), staff, ct) is not { } campaign) return await StaffWork.RefuseAsync(parsed, Of(CampaignRefusal.Unknown));

            var count = await context.Services.GetRequiredService<TargetFreeze>().CountAsync(campaign, ct);
            await context.Output.WriteLineAsync($"{count.Targets} targets, {count.People} people");
            foreach (var (why, targets) in count.LeftOut.OrderBy(l => l.Key)) await context.Output.WriteLineAsync($"  left out, {Kebab.Of(why)}: {targets}");

            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Freeze()
    {
        var (number, who, reason) = (Number(), StaffWork.As(), StaffWork.Reason(isRequired: true));
        var command = new Command("freeze", "Fix who is gone to, for the first time or anew.") { number, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Planners, async staff =>
        {
            var (register, id) = (Register(context), parsed.GetValue(number));
            if (await register.FindAsync(id, staff, ct) is not { } campaign) return await StaffWork.RefuseAsync(parsed, Of(CampaignRefusal.Unknown));

            var (frozen, refusal) = await register.FreezeAsync(id, campaign.Version, parsed.GetValue(reason)!, staff, ct);
            if (refusal is { } why) return await StaffWork.RefuseAsync(parsed, Of(why));

            await context.Output.WriteLineAsync($"{frozen!.Included} to go to ({frozen.Added} new, {frozen.Removed} removed), {frozen.Excluded} left out.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Pass()
    {
        var (number, who) = (Number(), StaffWork.As());
        var command = new Command("pass", "Pass the open stage, if its gate is met. After the last one the campaign is closed.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Runners, async staff =>
        {
            var (register, id) = (Register(context), parsed.GetValue(number));
            if (await register.FindAsync(id, staff, ct) is not { } campaign) return await StaffWork.RefuseAsync(parsed, Of(CampaignRefusal.Unknown));

            var (refusal, lacks) = await register.PassAsync(id, campaign.Version, staff, ct);
            if (refusal is { } why) return await StaffWork.RefuseAsync(parsed, string.Join('\n', [Of(why), .. lacks.Select(lack => $"  {Kebab.Of(lack.What)}: {lack.Count}")]));

            await context.Output.WriteLineAsync($"Campaign {id}: the stage is passed.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Deed(
        string name, string description, ConsoleAccess access, Func<CampaignRegister, int, int, string, long, CancellationToken, Task<CampaignRefusal?>> deed)
    {
        var (number, who, reason) = (Number(), StaffWork.As(), StaffWork.Reason(isRequired: true));
        var command = new Command(name, description) { number, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, access, async staff =>
        {
            var (register, id) = (Register(context), parsed.GetValue(number));
            if (await register.FindAsync(id, staff, ct) is not { } campaign) return await StaffWork.RefuseAsync(parsed, Of(CampaignRefusal.Unknown));
            if (await deed(register, id, campaign.Version, parsed.GetValue(reason)!, staff, ct) is { } refusal) return await StaffWork.RefuseAsync(parsed, Of(refusal));

            await context.Output.WriteLineAsync($"Campaign {id}: {name} is done.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    internal static string Of(CampaignRefusal refusal) => refusal switch
    {
        CampaignRefusal.Unknown => "There is no campaign of this number in your part of the union.",
        CampaignRefusal.NoRole => "You have no role for this in that part of the union.",
        CampaignRefusal.Changed => "Somebody else changed it meanwhile; look at it again: campaign show",
        CampaignRefusal.OwnWork => "Who wrote a plan cannot approve it.",
        CampaignRefusal.NotYet => "It is not so far yet; see: campaign show",
        CampaignRefusal.Begun => "Its targets are fixed already; see: campaign show",
        CampaignRefusal.Over => "It is over.",
        CampaignRefusal.AudienceUnread => "Not all words of the audience are understood. Write it like: 在档 且 (深度困难 或 相对困难) 且 历下、市中 且 近12个月未获500元以上",
        CampaignRefusal.TitleTaken => "This union has a campaign of this title already.",
        CampaignRefusal.GateShut => "The gate of this stage is not met:",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    private static Argument<int> Number() => new("number") { Description = "The number of the campaign." };

    private static CampaignRegister Register(CommandContext context) => context.Services.GetRequiredService<CampaignRegister>();
}
