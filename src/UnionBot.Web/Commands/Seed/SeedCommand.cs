using System.CommandLine;
using Npgsql;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule.Importing;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Commands.Seed;

/// <summary>Fills a demo's database with invented unions and members; they come in by the same import as real ones.</summary>
internal sealed class SeedCommand : IBotCommand
{
    private const string FilePrefix = "invented-";

    // A roster that did not come from here is a real one.
    private const string RealDataSql =
        $"SELECT EXISTS (SELECT 1 FROM import_run WHERE file_name NOT LIKE '{FilePrefix}%')";

    private readonly Option<int> _people = new("--people")
    {
        Description = "How many members to invent.",
        DefaultValueFactory = _ => 10_000,
    };

    private readonly Option<int> _organisations = new("--organisations")
    {
        Description = "How many basic unions to invent, beside one city and its districts.",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<int> _vacancies = new("--vacancies")
    {
        Description = "How many vacancies to invent; those against which nothing speaks count as verified.",
        DefaultValueFactory = _ => 0,
    };

    public Command Describe()
    {
        var command = new Command("seed", "Fill a demo with invented unions, members, lawyers and vacancies. Refuses real data.")
        {
            _people, _organisations, _vacancies,
        };
        _vacancies.Validators.Add(option => RefuseOutside(option, 0, 200_000));
        _people.Validators.Add(option => RefuseOutside(option, 1, 1_000_000));
        _organisations.Validators.Add(option => RefuseOutside(option, 1, 150_000));
        command.SetBotAction(async (context, parsed, ct) =>
        {
            await RefuseRealDataAsync(context.Services, ct);
            var city = new InventedCity(parsed.GetValue(_organisations), parsed.GetValue(_people));
            var folder = Directory.CreateTempSubdirectory("unionbot-seed-");
            try
            {
                await ImportAsync<OrganisationImport>(context, folder, "organisations", city.Organisations(), (i, f, r) => i.RunAsync(f, r, ct));
                await ImportAsync<RosterImport>(context, folder, "members", city.Members(), (i, f, r) => i.RunAsync(f, r, ct));
                await InventLegalAidAsync(context, folder, ct);
                if (parsed.GetValue(_vacancies) is > 0 and var vacancies) await InventVacanciesAsync(context, folder, vacancies, ct);
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task InventLegalAidAsync(CommandContext context, DirectoryInfo folder, CancellationToken ct)
    {
        await ImportAsync<SiteImport>(context, folder, SiteImport.Kind, InventedLegalAid.SiteLines(), (i, f, r) => i.RunAsync(f, r, ct));
        await ImportAsync<LawyerImport>(context, folder, LawyerImport.Kind, InventedLegalAid.LawyerLines(), (i, f, r) => i.RunAsync(f, r, ct));
        await ImportAsync<RotaImport>(context, folder, RotaImport.Kind, InventedLegalAid.RotaLines(), (i, f, r) => i.RunAsync(f, r, ct));
    }

    private static async Task InventVacanciesAsync(CommandContext context, DirectoryInfo folder, int count, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(context.Services.GetRequiredService<BusinessClock>().GetUtcNow());
        var lines = new InventedVacancies(count, today).Lines();
        await ImportAsync<VacancyImport>(context, folder, "vacancies", lines, (i, f, r) => i.RunAsync(f, r, ct));
        await context.Services.GetRequiredService<DemoVacancies>().VerifyAsync(ct);
    }

    private static void RefuseOutside(System.CommandLine.Parsing.OptionResult option, int least, int most)
    {
        if (option.GetValueOrDefault<int>() is var value && (value < least || value > most))
            option.AddError($"{option.Option.Name} must be {least} to {most}.");
    }

    private static async Task RefuseRealDataAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!services.GetRequiredService<DemoOptions>().Enabled)
            throw new SetupException("seed invents people, so it needs Demo:Enabled = true; never where real people write.");

        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(RealDataSql);
        if (await command.ExecuteScalarAsync(ct) is true)
            throw new SetupException("This database holds an imported roster; seed does not mix invented people into it.");
    }

    private static async Task ImportAsync<TImport>(
        CommandContext context,
        DirectoryInfo folder,
        string kind,
        IEnumerable<string> lines,
        Func<TImport, ImportFile, ImportRequest, Task<ImportOutcome>> import)
        where TImport : notnull
    {
        var path = Path.Combine(folder.FullName, $"{FilePrefix}{kind}.csv");
        await File.WriteAllLinesAsync(path, lines);
        using var file = ImportFile.Open(path);
        var words = context.Services.GetRequiredService<ImportWords>();
        var request = new ImportRequest(ServerUser.Actor, IsDryRun: false, fault => context.Output.WriteLine(words.Of(fault)));
        var outcome = await import(context.Services.GetRequiredService<TImport>(), file, request);
        if (!outcome.Report.IsClean) throw new InvalidOperationException($"The invented {kind} were refused.");

        await context.Output.WriteLineAsync(outcome.DoneBefore is null
            ? $"Invented {kind}: {outcome.Counts.Added} new."
            : $"Invented {kind}: they are there already.");
    }
}
