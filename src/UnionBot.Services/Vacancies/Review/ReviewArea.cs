using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>
/// Which vacancies belong to a part of the tree: those of the regions of its provinces', cities' and counties' unions. Unions
/// of firms have none.
/// </summary>
internal static class ReviewArea
{
    public static async Task<IQueryable<Vacancy>> VacanciesOfAsync(this UnionDb db, StaffScope scope, CancellationToken ct)
    {
        if (scope.IsWhole) return db.Vacancies;

        var paths = scope.Paths.ToArray();
        var nodes = await db.Set<Organisation>()
            .Where(o => paths.Contains(o.Path)).Select(o => new { o.Level, o.RegionCode }).ToListAsync(ct);
        var regions = nodes.Select(node => PatternOf(node.Level, node.RegionCode)).OfType<string>().ToArray();
        return db.Vacancies.Where(v => regions.Any(region => EF.Functions.Like(v.RegionCode, region)));
    }

    /// <summary>As GB/T 2260 has it: two digits for the province, two for the city, two for the county.</summary>
    private static string? PatternOf(OrganisationLevel level, string region) => level switch
    {
        OrganisationLevel.National => "%",
        OrganisationLevel.Province => region[..2] + "%",
        OrganisationLevel.City => region[..4] + "%",
        OrganisationLevel.County => region,
        _ => null,
    };
}
