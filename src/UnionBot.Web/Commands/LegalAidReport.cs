using System.CommandLine;
using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.LegalAid;

namespace UnionBot.Web.Commands;

/// <summary>The figures of legal aid, as a table or CSV.</summary>
internal static class LegalAidReport
{
    public static Command Describe()
    {
        var (from, until) = (Day("--from", "The first day"), Day("--until", "The last day, which counts, too"));
        var csv = new Option<bool>("--csv") { Description = "As CSV, with the parts by topic, group, region and way, and the lawyers." };
        var who = StaffWork.As();
        var command = new Command("figures", "Show the figures of a period, each with what it is counted among, for your part of the tree.") { from, until, csv, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, FigureEndpoints.Readers, async (_, scope) =>
        {
            var period = new FigurePeriod(parsed.GetValue(from), parsed.GetValue(until));
            if (!period.IsPossible) return await StaffWork.RefuseAsync(parsed, $"--until is before --from, or more than {FigurePeriod.MostDays} days behind.");

            var sheet = await context.Services.GetRequiredService<LegalAidFigures>().ReadAsync(period, scope, ct);
            var table = new FigureTable(context.Services.GetRequiredService<RecordLabels>(), context.Services.GetRequiredService<RegionBook>());
            foreach (var line in parsed.GetValue(csv) ? table.Csv(sheet) : sheet.Figures.Select(figure => string.Join("  ", table.Cells(figure))))
                await context.Output.WriteLineAsync(line);

            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = $"{description}, in China: 2026-01-31.",
        HelpName = "day",
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;

            result.AddError($"{name} \"{result.Tokens[0].Value}\" is no day like 2026-01-31.");
            return default;
        },
    };
}
