using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Households.Importing;

/// <summary>
/// Imports households (帮扶档案, 劳模名册 …), a person a row. The same person in two lists is one, with the labels of both; whoever names the
/// same head or file belongs to one household. Empty cells leave what is known as it is.
/// </summary>
public sealed class HouseholdImport(UnionDb db, ImportRunner runner, ImportWords words, CampaignCiphers ciphers, BusinessClock clock)
{
    public const string Kind = "households";

    /// <summary>Rows for one round trip to the database.</summary>
    private const int PageRows = 2_000;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (run, report, stop) => TakeAsync(file, run, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportRun run, ImportReport report, CancellationToken ct)
    {
        var columns = new HouseholdColumns(
            words.Table(Kind),
            await OrganisationDirectory.LoadAsync(db, ct),
            await db.Set<Region>().Select(r => r.Code).ToHashSetAsync(ct),
            UnionCalendar.DayOf(clock.GetUtcNow()));
        var table = new HouseholdTable(db, ciphers, run.Id, report);
        foreach (var rows in Importer.Read(file, columns.All, report).Select(columns.Read).Chunk(PageRows))
        {
            await table.WriteAsync(rows, ct);
        }

        return table.Counts;
    }
}
