using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Finds rows of the roster by the number that staff know.</summary>
public sealed class RosterRows(UnionDb db)
{
    /// <param name="number">The member number; where no union has it, the number of the row.</param>
    /// <param name="scope">The part of the tree that is looked through.</param>
    /// <returns>Several when several unions use the number.</returns>
    public async Task<IReadOnlyList<RosterEntry>> FindAsync(string number, StaffScope scope, CancellationToken ct)
    {
        var byNumber = await FindAsync(db.Set<Member>().Where(m => m.MemberNo == number), scope, ct);
        if (byNumber.Count > 0 || !long.TryParse(number, out var row)) return byNumber;

        return await FindAsync(db.Set<Member>().Where(m => m.Id == row), scope, ct);
    }

    private async Task<IReadOnlyList<RosterEntry>> FindAsync(IQueryable<Member> among, StaffScope scope, CancellationToken ct)
    {
        var rows = await among
            .Join(db.Set<Organisation>(), m => m.OrganisationId, o => o.Id, (m, o) => new { m.Id, o.Name, o.Path })
            .OrderBy(r => r.Id)
            .ToListAsync(ct);
        return [.. rows.Where(r => scope.Covers(r.Path)).Select(r => new RosterEntry(r.Id, r.Name))];
    }
}

/// <param name="Union">The name of the member's union.</param>
public sealed record RosterEntry(long Row, string Union);
