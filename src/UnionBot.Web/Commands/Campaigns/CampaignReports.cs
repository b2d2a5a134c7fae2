using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Reports;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands.Campaigns;

/// <summary>The report of a campaign: its figures, the list behind one, and the sentence for the press.</summary>
internal static class CampaignReports
{
    private static readonly ConsoleAccess Readers = ConsoleAccess.For([.. CampaignRegister.Reading]);

    public static Command Describe()
    {
        var (number, who) = (StaffWork.Number("campaign"), StaffWork.As());
        var list = new Option<string?>("--list") { Description = "Instead, the list behind one figure: numbers of targets and what each adds.", HelpName = "figure" };
        list.AcceptOnlyFromAmong([.. CampaignReport.Keys]);
        var command = new Command("report", "Show the figures as they are now, and the sentence for the press.") { number, list, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Readers, async staff =>
        {
            if (await context.Services.GetRequiredService<CampaignRegister>().FindAsync((int)parsed.GetValue(number), staff, ct) is not { } campaign)
                return await StaffWork.RefuseAsync(parsed, CampaignCommand.Of(CampaignRefusal.Unknown));

            return parsed.GetValue(list) is { } key ? await ListAsync(context, campaign, key, ct) : await ShowAsync(context, campaign, ct);
        }, ct));
        return command;
    }

    private static async Task<int> ShowAsync(CommandContext context, Campaign campaign, CancellationToken ct)
    {
        var (words, now) = (context.Services.GetRequiredService<ReportWords>(), context.Services.GetRequiredService<BusinessClock>().GetUtcNow());
        var figures = await context.Services.GetRequiredService<CampaignReport>().ReadAsync(campaign.Id, now, ct);
        foreach (var figure in figures) await context.Output.WriteLineAsync($"{figure.Key,-20}  {words.TitleOf(figure.Key)}  {ReportWords.NumberOf(figure)} {words.UnitOf(figure.Key)}");

        var union = await context.Services.GetRequiredService<UnionDb>().Set<Organisation>().Where(o => o.Id == campaign.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        await context.Output.WriteLineAsync(words.Press(union, campaign.Title, UnionCalendar.DayOf(now), figures));
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(CommandContext context, Campaign campaign, string key, CancellationToken ct)
    {
        var now = context.Services.GetRequiredService<BusinessClock>().GetUtcNow();
        foreach (var line in await context.Services.GetRequiredService<CampaignReport>().ListAsync(campaign.Id, key, now, ct))
            await context.Output.WriteLineAsync($"{line.Target?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",8}  {line.Amount}");

        return ExitCodes.Ok;
    }
}
