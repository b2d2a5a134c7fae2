using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>What the form offers for an audience. Everything else can be typed.</summary>
internal sealed class AudienceChoices(UnionDb db, StaffRights rights)
{
    private const int MostOrganisations = 300;
    private const int MostTags = 100;

    /// <summary>The upper organisations of the writer's part of the tree, the tags in use and the kinds of open cases.</summary>
    public async Task<OfferedChoices> ReadAsync(long staff, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(staff, [.. BroadcastRegister.Writing], ct);
        var below = scope.Below;
        var organisations = await db.Set<Organisation>().AsNoTracking()
            .Where(o => scope.IsWhole || below.Any(path => EF.Functions.Like(o.Path, path)))
            .OrderBy(o => o.Level).ThenBy(o => o.Id).Take(MostOrganisations).Select(o => o.Name).ToListAsync(ct);
        var tags = await db.Database.SqlQuery<string>($"""SELECT DISTINCT tag AS "Value" FROM member_tag ORDER BY 1 LIMIT {MostTags}""").ToListAsync(ct);
        var cases = await db.Database.SqlQuery<string>($"""SELECT DISTINCT kind AS "Value" FROM union_case WHERE status <> 2 ORDER BY 1""").ToListAsync(ct);
        return new OfferedChoices(scope.IsWhole, [.. organisations.Distinct()], tags, cases);
    }
}

/// <param name="MayMeanAll">Whether the writer may leave the organisation open.</param>
public sealed record OfferedChoices(
    bool MayMeanAll, IReadOnlyList<string> Organisations, IReadOnlyList<string> Tags, IReadOnlyList<string> CaseKinds);
