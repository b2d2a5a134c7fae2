using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>
/// Imports the member roster (会员名册). A row is a member already known by organisation and number, else by name and
/// phone, else a new one. Empty cells leave what is known as it is.
/// </summary>
public sealed class RosterImport(UnionDb db, ImportRunner runner, ImportWords words, MemberCiphers ciphers, BusinessClock clock)
{
    public const string Kind = "members";

    /// <summary>Rows for one round trip to the database.</summary>
    private const int PageRows = 5_000;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (run, report, stop) => TakeAsync(file, run, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportRun run, ImportReport report, CancellationToken ct)
    {
        var unions = await OrganisationDirectory.LoadAsync(db, ct);
        var columns = new RosterColumns(words.Table(Kind), unions, UnionCalendar.DayOf(clock.GetUtcNow()));
        var table = new RosterTable(db, ciphers, run.Id, report);
        foreach (var rows in Importer.Read(file, columns.All, report).Chunk(PageRows))
        {
            await table.WriteAsync([.. rows.Select(columns.Read)], ct);
        }

        return table.Counts;
    }
}
