using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts.Tags;
using UnionBot.Services.Campaigns.Households.Importing;
using UnionBot.Services.Campaigns.Sites.Importing;
using UnionBot.Services.Campaigns.Weather.Importing;
using UnionBot.Services.LegalAid.Fairs;
using UnionBot.Services.LegalAid.Schedule.Importing;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Web.Console.Imports;
using UnionBot.Web.Setup;

namespace UnionBot.Web.Commands;

/// <summary>Takes tables of the union in: as a whole, or with every fault named not at all.</summary>
internal sealed class ImportCommand : IBotCommand
{
    private readonly Argument<string> _path = new("file")
    {
        Description = "CSV (UTF-8, GB18030 or UTF-16; comma, tab or semicolon), xlsx or JSON lines.",
    };

    private readonly Option<bool> _isDryRun = new("--dry-run") { Description = "Read and check everything, keep nothing." };

    private readonly Option<string?> _who = new("--as")
    {
        Description = "Who does this, for the audit: a name of the console or a number of the list of staff. Default: your account on this server.",
        HelpName = "user",
    };

    public Command Describe()
    {
        var command = new Command("import", "Import a table. One bad row keeps the whole file out; every bad row is named.");
        command.Add(Kind<OrganisationImport>(
            OrganisationImport.Kind,
            "The tree of unions; its columns are named in templates/imports/organisations.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<RosterImport>(
            RosterImport.Kind,
            "The member roster; its columns are named in templates/imports/members.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<VacancyImport>(
            VacancyImport.Kind,
            "Vacancies, which then wait for review; their columns are named in templates/imports/vacancies.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<TagImport>(
            TagImport.Kind,
            "Tags of members, by which broadcasts find them; their columns are named in templates/imports/member-tags.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<SiteImport>(
            SiteImport.Kind,
            "Sites of legal consultations; their columns are named in templates/imports/legal-sites.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<LawyerImport>(
            LawyerImport.Kind,
            "Lawyers; their columns are named in templates/imports/lawyers.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<RotaImport>(
            RotaImport.Kind,
            "The weekly rota of the lawyers in it, in place of what was known; its columns are named in templates/imports/legal-rota.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<DayImport>(
            DayImport.Kind,
            "Leave, closures and hours beside the rota; their columns are named in templates/imports/legal-days.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<HolidayImport>(
            HolidayImport.Kind,
            "The State Council's yearly schedule of days off and made-up working days, in place of what was known of its years; its columns are named in templates/imports/holidays.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<ForecastImport>(
            ForecastImport.Kind,
            "The weather forecast by district and day; its columns are named in templates/imports/weather.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<HouseholdImport>(
            HouseholdImport.Kind,
            "Households that are visited, a person a row; their columns are named in templates/imports/households.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<WorkSiteImport>(
            WorkSiteImport.Kind,
            "Building sites, stations and firms that are visited; their columns are named in templates/imports/work-sites.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        command.Add(Kind<FairImport>(
            FairImport.Kind,
            "Job fairs and the lawyers who are there; their columns are named in templates/imports/legal-fairs.yaml.",
            (import, file, request, ct) => import.RunAsync(file, request, ct)));
        return command;
    }

    private Command Kind<TImport>(
        string name, string description, Func<TImport, ImportFile, ImportRequest, CancellationToken, Task<ImportOutcome>> run)
        where TImport : notnull
    {
        var command = new Command(name, description) { _path, _isDryRun, _who };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var (who, refusal) = await WhoAsync(context, parsed, ct);
            if (refusal is not null) return await StaffWork.RefuseAsync(parsed, refusal);

            var words = context.Services.GetRequiredService<ImportWords>();
            using var file = Open(parsed.GetRequiredValue(_path));
            var isDryRun = parsed.GetValue(_isDryRun);
            var request = new ImportRequest(who, isDryRun, fault => context.Output.WriteLine(words.Of(fault)));
            var outcome = await run(context.Services.GetRequiredService<TImport>(), file, request, ct);
            foreach (var notice in outcome.Report.Notices) await context.Output.WriteLineAsync(words.Of(notice));

            await context.Output.WriteLineAsync(Summary(outcome, isDryRun));
            return outcome.Report.IsClean ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return command;
    }

    /// <returns>Who does it, or why they may not.</returns>
    private async Task<(AuditActor Who, string? Refusal)> WhoAsync(CommandContext context, ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(_who) is not { } typed) return (ServerUser.Actor, null);

        var actors = context.Services.GetRequiredService<CommandActors>();
        if (await actors.FindAsync(typed, ct) is not { } staff) return (default, StaffWork.UnknownOf(typed));

        return await actors.ScopeAsync(staff, ImportEndpoints.Importers, ct) is null
            ? (default, CommandActors.RefusalOf(typed, ImportEndpoints.Importers))
            : (AuditActor.Staff(staff), null);
    }

    private static ImportFile Open(string path)
    {
        if (OrdinaryFile.FaultOf(path) is { } fault) throw new SetupException($"The file cannot be read: {fault}");

        try
        {
            return ImportFile.Open(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The file cannot be read: {failure.Message}", failure);
        }
    }

    private static string Summary(ImportOutcome outcome, bool isDryRun)
    {
        var (report, counts) = (outcome.Report, outcome.Counts);
        if (outcome.DoneBefore is { } before)
        {
            var moment = before.ToOffset(UnionCalendar.ChinaOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            return $"This very file was imported before, on {moment} (China). Nothing was done.";
        }

        if (!report.IsClean) return $"{report.FaultCount} faults in {report.Rows} rows. Nothing was imported.";

        var numbers = $"{counts.Added} new, {counts.Changed} changed, {counts.Unchanged} as they were";
        return isDryRun ? $"Good, nothing was kept (dry run): {numbers}." : $"Imported: {numbers}.";
    }
}
