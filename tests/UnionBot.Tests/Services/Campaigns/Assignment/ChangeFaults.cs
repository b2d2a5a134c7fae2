using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

/// <summary>Holds a changed plan against the one before and what came between.</summary>
internal static class ChangeFaults
{
    public static IReadOnlyList<string> In(VisitPlan old, PlanChange change, ChangedPlan changed, InventedCampaign campaign)
    {
        var (before, after) = (ByTarget(old), ByTarget(changed.Plan));
        var open = campaign with
        {
            Visitors = [.. campaign.Visitors.Select(v => v with { Days = [.. v.Days.Where(d => MayGo(v.Id, d, change))] })],
            Targets = [.. campaign.Targets.Where(t => !change.Done.Contains(t.Id)).Select(t => t.Named is { } n && IsLost(n.Day, change) ? t with { Named = null } : t)],
        };
        var ahead = changed.Plan with { Visits = [.. changed.Plan.Visits.Where(v => !change.Done.Contains(v.Target))] };
        return
        [
            .. PlanFaults.In(ahead, open).Where(f => !f.StartsWith("places", StringComparison.Ordinal) && !f.StartsWith("a half", StringComparison.Ordinal)),
            .. change.Done.Where(t => !after.TryGetValue(t, out var now) || now != before[t]).Select(t => $"{t} was done and moved"),
            .. Told(before, after, changed),
        ];
    }

    private static IEnumerable<string> Told(Dictionary<long, TeamDay> before, Dictionary<long, TeamDay> after, ChangedPlan changed)
    {
        var expected = before.Keys.Union(after.Keys).Order()
            .Select(t => new MovedVisit(t, before.GetValueOrDefault(t), after.GetValueOrDefault(t)))
            .Where(m => m.Old != m.New);
        if (!expected.SequenceEqual(changed.Moves)) yield return "moves are not told as they are";
    }

    private static bool MayGo(long visitor, DateOnly day, PlanChange change) =>
        !IsLost(day, change) && !change.Absences.Any(a => a.Visitor == visitor && day >= a.From && day <= a.Until);

    private static bool IsLost(DateOnly day, PlanChange change) => day < change.FirstDay || change.StoppedDays.Contains(day);

    private static Dictionary<long, TeamDay> ByTarget(VisitPlan plan) => plan.Visits.ToDictionary(v => v.Target, v => new TeamDay(v.Team, v.Day));
}
