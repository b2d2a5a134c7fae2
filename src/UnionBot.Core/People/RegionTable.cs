using Npgsql;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>Keeps the table of regions the same as the file of them (<c>templates/regions/*.csv</c>).</summary>
public static class RegionTable
{
    private const string Sql =
        """
        INSERT INTO region AS r (code, name, level, parent_code)
        SELECT * FROM unnest($1, $2, $3, $4)
        ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code
            WHERE (r.name, r.level, r.parent_code) IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent_code)
        """;

    private static readonly Dictionary<string, RegionLevel> Levels = new(StringComparer.Ordinal)
    {
        ["province"] = RegionLevel.Province,
        ["city"] = RegionLevel.City,
        ["county"] = RegionLevel.County,
        ["county_city"] = RegionLevel.County,
        ["district"] = RegionLevel.County,
    };

    private static readonly ImportColumn<string> Code = new(["code"], CodeParser) { IsRequired = true };
    private static readonly ImportColumn<string> Name = new(["name"], ImportParsers.Text(40)) { IsRequired = true };
    private static readonly ImportColumn<RegionLevel> Level = new(["level"], ImportParsers.OneOf(Levels)) { IsRequired = true };
    private static readonly ImportColumn<string> Parent = new(["parent"], CodeParser);

    private static ImportCellParser<string> CodeParser => ImportParsers.Code(Region.CodeLength, Region.CodeLength);

    /// <summary>Adds and renames; a region that is no longer in the file stays, as old data name it. Safe to repeat.</summary>
    /// <param name="file">Its parents stand before their children.</param>
    /// <returns>How many rows were added or changed.</returns>
    /// <exception cref="InvalidDataException">Names the file, the row and what is wrong.</exception>
    public static async Task<int> LoadAsync(NpgsqlDataSource database, ImportFile file, CancellationToken ct)
    {
        var rows = Read(file);
        await using var command = database.CreateCommand(Sql);
        command.Add<string[]>([.. rows.Select(row => row.Code)]);
        command.Add<string[]>([.. rows.Select(row => row.Name)]);
        command.Add<short[]>([.. rows.Select(row => (short)row.Level)]);
        command.Add<string?[]>([.. rows.Select(row => row.ParentCode)]);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <exception cref="InvalidDataException">Names the file, the row and what is wrong.</exception>
    internal static IReadOnlyList<RegionName> Read(ImportFile file)
    {
        var report = new ImportReport();
        var rows = Importer.Read(file, [Code, Name, Level, Parent], report)
            .Select(row => new RegionName(row.Get(Code)!, row.Get(Name)!, row.Get(Level), row.Get(Parent))).ToList();
        return report.FirstFaults is [var fault, ..] ? throw new InvalidDataException($"{file.Name}: {fault}") : rows;
    }
}
