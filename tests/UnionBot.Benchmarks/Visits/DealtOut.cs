using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Benchmarks.Visits;

/// <summary>
/// The bare limit: households sorted by district and street, as a list on paper is, and dealt round by round to the teams of
/// the district, eight a day. It looks at no way, no named day and no relative.
/// </summary>
internal static class DealtOut
{
    private const int VisitsADay = 8;

    /// <returns>The households of each team's day, in order.</returns>
    public static IReadOnlyList<VisitTarget[]> Days(InventedWinter winter, VisitPlan teamsOf)
    {
        var visitors = winter.Visitors.ToDictionary(v => v.Id);
        var teams = teamsOf.Teams.Where(t => !t.IsStandIn).ToArray();
        var stacks = teams.ToDictionary(t => t.Number, _ => new List<VisitTarget>());
        foreach (var district in winter.Targets.OrderBy(t => t.Region, StringComparer.Ordinal).ThenBy(t => t.Street, StringComparer.Ordinal).ThenBy(t => t.Id).GroupBy(t => t.Region))
        {
            var serving = teams.Where(t => new[] { t.First, t.Second!.Value }.All(v => visitors[v].Regions.Contains(district.Key))).ToArray();
            foreach (var (i, target) in district.Index()) stacks[serving[i % serving.Length].Number].Add(target);
        }

        return [.. stacks.Values.SelectMany(s => s.Chunk(VisitsADay))];
    }
}
