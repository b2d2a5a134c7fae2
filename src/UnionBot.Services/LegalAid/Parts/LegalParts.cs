using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Parts;

/// <summary>Says which part of legal aid belongs to a part of the tree.</summary>
public sealed class LegalParts(UnionDb db)
{
    /// <param name="scope">Where somebody has a role.</param>
    /// <param name="lawyer">The lawyer they are; null for none.</param>
    public async Task<LegalPart> OfAsync(StaffScope scope, long? lawyer, CancellationToken ct)
    {
        if (scope.IsWhole) return LegalPart.Whole;

        var nodes = await AboveFirmsAsync(db, scope, ct);
        string[] tops = await db.Set<Organisation>().Where(o => o.ParentId == null).OrderBy(o => o.Id).Select(o => o.Path).Take(2).ToArrayAsync(ct);
        return new LegalPart { Below = new StaffScope(IsWhole: false, nodes).Below, HasTop = tops is [var top] && nodes.Contains(top), Lawyer = lawyer };
    }

    /// <summary>
    /// The nodes of unions above those of firms: whoever sits in a firm must not see that its people consult, nor what they say about it.
    /// </summary>
    internal static async Task<string[]> AboveFirmsAsync(UnionDb db, StaffScope scope, CancellationToken ct)
    {
        var paths = scope.Paths.ToArray();
        return await db.Set<Organisation>().Where(o => paths.Contains(o.Path) && o.Level != OrganisationLevel.Basic).Select(o => o.Path).ToArrayAsync(ct);
    }
}
