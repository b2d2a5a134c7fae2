using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>
/// Imports union bodies. A row is one already known by its code, else by its name below its parent, else a new one.
/// A parent stands in the file before what is below it, or is known already.
/// </summary>
public sealed class OrganisationImport(UnionDb db, ImportRunner runner, ImportWords words)
{
    public const string Kind = "organisations";

    private const int PageRows = 5_000;

    private const string WriteSql =
        """
        INSERT INTO organisation AS o (id, parent_id, path, name, level, region_code, code)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, level = excluded.level, region_code = excluded.region_code, code = excluded.code
        """;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var regions = await db.Set<Region>().Select(region => region.Code).ToHashSetAsync(ct);
        var columns = new OrganisationColumns(words.Table(Kind), regions);
        var merge = new OrganisationMerge(await OrganisationDirectory.LoadAsync(db, ct), columns.ParentHeader, report);
        foreach (var page in Importer.Read(file, columns.All, report).Chunk(PageRows))
        {
            var ids = await NewIdsAsync(page.Length, ct);
            await WriteAsync([.. page.Select((row, i) => merge.Take(columns.Read(row), ids[i])).OfType<Organisation>()], ct);
        }

        return merge.Counts;
    }

    private Task<List<long>> NewIdsAsync(int count, CancellationToken ct) =>
        db.Database.SqlQuery<long>(
            $"""
            SELECT nextval(pg_get_serial_sequence('organisation', 'id')) AS "Value" FROM generate_series(1, {count})
            """).ToListAsync(ct);

    private async Task WriteAsync(List<Organisation> page, CancellationToken ct)
    {
        if (page.Count == 0) return;

        await using var command = new NpgsqlCommand(WriteSql, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Add<long[]>([.. page.Select(o => o.Id)]);
        command.Add<long?[]>([.. page.Select(o => o.ParentId)]);
        command.Add<string[]>([.. page.Select(o => o.Path)]);
        command.Add<string[]>([.. page.Select(o => o.Name)]);
        command.Add<short[]>([.. page.Select(o => (short)o.Level)]);
        command.Add<string[]>([.. page.Select(o => o.RegionCode)]);
        command.Add<string?[]>([.. page.Select(o => o.Code)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
