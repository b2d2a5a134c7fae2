using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Sites.Importing;

/// <summary>Imports work sites. A row is one already known by union and name, else a new one.</summary>
public sealed class WorkSiteImport(UnionDb db, ImportRunner runner, ImportWords words, CampaignCiphers ciphers)
{
    public const string Kind = "work-sites";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new WorkSiteColumns(
            words.Table(Kind), await OrganisationDirectory.LoadAsync(db, ct), await db.Set<Region>().Select(r => r.Code).ToHashSetAsync(ct));
        var known = await db.WorkSites.ToDictionaryAsync(s => (s.OrganisationId, s.Name), ct);
        var (seen, added, changed, unchanged) = (new HashSet<(long, string)>(), 0, 0, 0);
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            if (FaultOf(row, seen) is { } problem)
            {
                report.Add(new ImportFault(row.Number, null, problem));
                continue;
            }

            var isNew = !known.TryGetValue((row.OrganisationId, row.Name), out var site);
            if (site is null) db.Add(site = new WorkSite(await NextAsync(ct), row.OrganisationId, row.Name));
            var differs = site.Describe(row.Facts) | Reach(site, row);
            if (isNew) added++;
            else if (differs) changed++;
            else unchanged++;
        }

        await db.SaveChangesAsync(ct);
        return new ImportCounts(added, changed, unchanged);
    }

    private static WorkSiteProblem? FaultOf(WorkSiteRow row, HashSet<(long, string)> seen) =>
        row.HasHalfPlace ? WorkSiteProblem.HalfPlace :
        row is { Contact: null, Phone: not null } ? WorkSiteProblem.PhoneOfNobody :
        !seen.Add((row.OrganisationId, row.Name)) ? WorkSiteProblem.Twice :
        null;

    private bool Reach(WorkSite site, WorkSiteRow row)
    {
        if (row.Contact is not { } contact) return false;
        if (ciphers.OpenContact(site) == contact && ciphers.OpenContactPhone(site) == row.Phone?.Value) return false;

        site.BeReachedBy(ciphers.SealContact(site.Id, contact), row.Phone is { } phone ? ciphers.SealContactPhone(site.Id, phone) : null);
        return true;
    }

    private Task<long> NextAsync(CancellationToken ct) =>
        db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence('work_site', 'id')) AS \"Value\"").SingleAsync(ct);
}
