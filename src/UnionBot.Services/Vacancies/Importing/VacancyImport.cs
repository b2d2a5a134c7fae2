using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>
/// Imports vacancies. A row is one already known by employer, title and phone, else a new one, and waits for review in
/// either case, unless it says nothing new.
/// </summary>
public sealed class VacancyImport(
    UnionDb db,
    ImportRunner runner,
    RegionBook regions,
    ImportWords words,
    TraitWords traits,
    PayText pays,
    VacancyIndex index,
    VacancyChecks checks,
    PayMedians medians,
    VacancyCiphers ciphers,
    BusinessClock clock)
{
    public const string Kind = "vacancies";

    /// <summary>Rows for one round trip to the database.</summary>
    private const int PageRows = 1_000;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var columns = new VacancyColumns(words.Table(Kind), regions, pays, UnionCalendar.DayOf(now));
        var rows = new VacancyRows(columns, traits, index, report);
        var table = new VacancyTable(db, index, checks, ciphers, SourceOf(file), now);
        foreach (var page in Importer.Read(file, columns.All, report).Chunk(PageRows))
        {
            await table.WriteAsync([.. page.Select(rows.Read).OfType<VacancyRow>()], ct);
        }

        await medians.FlagTooHighAsync(ct);
        return table.Counts;
    }

    private static string SourceOf(ImportFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        return name.Length > VacancyLimits.Source ? name[..VacancyLimits.Source] : name;
    }
}
