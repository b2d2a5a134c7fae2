using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Finds an organisation by what staff type of it.</summary>
public sealed class OrganisationFinder(UnionDb db)
{
    private const int Most = 5;

    /// <param name="typed">Its number, its code or its whole name.</param>
    /// <param name="scope">The part of the tree that is looked through.</param>
    /// <returns>Several of one name, with their numbers; none when there is none in that part.</returns>
    public async Task<IReadOnlyList<FoundOrganisation>> FindAsync(string typed, StaffScope scope, CancellationToken ct)
    {
        var number = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var found = await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.Id == number || o.Code == typed || o.Name == typed)
            .OrderBy(o => o.Id).Select(o => new { o.Id, o.Name, o.Path }).ToListAsync(ct);
        return [.. found.Where(o => scope.Covers(o.Path)).Take(Most).Select(o => new FoundOrganisation(o.Id, o.Name))];
    }
}

/// <summary>An organisation as staff know it.</summary>
public sealed record FoundOrganisation(long Id, string Name);
