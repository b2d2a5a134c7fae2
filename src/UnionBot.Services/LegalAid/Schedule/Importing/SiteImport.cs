using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>Imports the sites of consultations. A row is one already known by its name, else a new one.</summary>
public sealed class SiteImport(UnionDb db, ImportRunner runner, ImportWords words)
{
    public const string Kind = "legal-sites";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new SiteColumns(words.Table(Kind), await db.Set<Region>().Select(r => r.Code).ToHashSetAsync(ct), await OrganisationDirectory.LoadAsync(db, ct));
        var known = await db.Set<Site>().ToDictionaryAsync(s => s.Name, ct);
        var (seen, added, changed, unchanged) = (new HashSet<string>(), 0, 0, 0);
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            if (!seen.Add(row.Name))
            {
                report.Add(new ImportFault(row.Number, null, SiteProblem.SiteTwice));
                continue;
            }

            var isNew = !known.TryGetValue(row.Name, out var site);
            if (site is null) db.Add(site = new Site(row.Name));
            var differs = site.Describe(row.Address, row.Region, row.Rooms, row.IsDemo) | (row.Union is { } union && site.BelongTo(union.Organisation));
            if (isNew) added++;
            else if (differs) changed++;
            else unchanged++;
        }

        await db.SaveChangesAsync(ct);
        return new ImportCounts(added, changed, unchanged);
    }
}

/// <summary>The columns of a list of sites.</summary>
internal sealed class SiteColumns(TableWords words, IReadOnlySet<string> regions, OrganisationDirectory unions)
{
    public static ImportTable Table { get; } = new(
        SiteImport.Kind, [nameof(Name), nameof(Address), nameof(Region), nameof(Rooms), nameof(Union), nameof(Demo)], [(nameof(Demo), typeof(Mark))], typeof(SiteProblem));

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(Site.LongestName), isRequired: true);

    private ImportColumn<string> Address { get; } = words.Column(nameof(Address), ImportParsers.Text(Site.LongestAddress), isRequired: true);

    private ImportColumn<string> Region { get; } = words.Column(
        nameof(Region), text => regions.Contains(text) ? text : ImportCell.Bad<string>(ImportProblem.RegionUnknown), isRequired: true);

    private ImportColumn<short?> Rooms { get; } = words.Column(nameof(Rooms), ScheduleParsers.Count(Site.MostRooms, SiteProblem.Rooms), isRequired: true);

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell);

    private ImportColumn<Mark?> Demo { get; } = words.Choice<Mark>(nameof(Demo));

    public IReadOnlyList<ImportColumn> All => [Name, Address, Region, Rooms, Union, Demo];

    public SiteRow Read(ImportRow row) => new(
        row.Number, row.Get(Name)!, row.Get(Address)!, row.Get(Region)!, row.Get(Rooms)!.Value, BelongsTo.Of(row, Union), row.Get(Demo) is Mark.Yes);
}

/// <param name="Union">Null when the list has no such column.</param>
internal sealed record SiteRow(int Number, string Name, string Address, string Region, short Rooms, BelongsTo? Union, bool IsDemo);

/// <summary>What can be wrong with a row of sites. Worded by <c>templates/imports/legal-sites.yaml</c>.</summary>
internal enum SiteProblem
{
    SiteTwice,
    Rooms,
}
