using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Says what a member of staff may do and see. Asked anew for each deed, so that a role taken away counts at once.</summary>
public sealed class StaffRights(UnionDb db)
{
    /// <summary>The kinds of role of somebody active, each once, and those of them that are for the whole union.</summary>
    public async Task<(IReadOnlyList<RoleKind> All, IReadOnlyList<RoleKind> Whole)> KindsAsync(long staff, CancellationToken ct)
    {
        var roles = await RolesOf(staff).Select(r => new { r.Kind, IsWhole = r.OrganisationId == null }).ToListAsync(ct);
        return (
            [.. roles.Select(r => r.Kind).Distinct().Order()],
            [.. roles.Where(r => r.IsWhole).Select(r => r.Kind).Distinct().Order()]);
    }

    /// <summary>For which part of the tree they have one of these roles. Who has left has none.</summary>
    public async Task<StaffScope> ScopeAsync(long staff, IReadOnlyCollection<RoleKind> anyOf, CancellationToken ct)
    {
        var nodes = await (
            from role in RolesOf(staff)
            where anyOf.Contains(role.Kind)
            join node in db.Set<Organisation>() on role.OrganisationId equals node.Id into found
            from node in found.DefaultIfEmpty()
            select node == null ? null : node.Path).ToListAsync(ct);
        return new StaffScope(nodes.Contains(null), [.. nodes.OfType<string>().Distinct()]);
    }

    private IQueryable<StaffRole> RolesOf(long staff) =>
        from role in db.Set<StaffRole>().AsNoTracking()
        join holder in db.Set<Staff>() on role.StaffId equals holder.Id
        where role.StaffId == staff && holder.IsActive
        select role;
}

/// <summary>A part of the tree of organisations.</summary>
/// <param name="IsWhole">The whole union, people of no organisation included.</param>
/// <param name="Paths">The paths of the nodes that count with all below them.</param>
public sealed record StaffScope(bool IsWhole, IReadOnlyList<string> Paths)
{
    public static StaffScope Whole { get; } = new(IsWhole: true, []);

    /// <summary>False for who has no such role.</summary>
    public bool IsAnything => IsWhole || Paths.Count > 0;

    /// <summary>Patterns of the paths that belong to it, for a query.</summary>
    public string[] Below => [.. Paths.Select(path => path + "%")];

    /// <param name="path">Of an organisation; null for people of none.</param>
    public bool Covers(string? path) =>
        IsWhole || (path is not null && Paths.Any(node => path.StartsWith(node, StringComparison.Ordinal)));
}
