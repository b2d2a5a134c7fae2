using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

/// <summary>Holds a plan against what must be true of every plan, reckoned from the input alone.</summary>
internal static class PlanFaults
{
    public static IReadOnlyList<string> In(VisitPlan plan, InventedCampaign campaign)
    {
        var visitors = campaign.Visitors.ToDictionary(v => v.Id);
        var targets = campaign.Targets.ToDictionary(t => t.Id);
        return
        [
            .. Once(plan, campaign),
            .. plan.Visits.SelectMany(v => OfVisit(v, targets[v.Target], Members(plan, v.Team).Select(m => visitors[m]).ToArray(), campaign.Rules)),
            .. plan.Visits.GroupBy(v => (v.Team, v.Day)).SelectMany(d => OfDay([.. d], Members(plan, d.Key.Team).Select(m => visitors[m]), campaign)),
            .. plan.Visits
                .SelectMany(v => Members(plan, v.Team).Select(m => (Visitor: m, v.Day, v.Team)))
                .Distinct()
                .GroupBy(v => (v.Visitor, v.Day))
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key} is in two teams"),
        ];
    }

    public static IEnumerable<long> Members(VisitPlan plan, int number)
    {
        var team = plan.Teams.Single(t => t.Number == number);
        return team.Second is { } second ? [team.First, second] : [team.First];
    }

    private static IEnumerable<string> Once(VisitPlan plan, InventedCampaign campaign)
    {
        var found = plan.Visits.Select(v => v.Target).Concat(plan.Unplanned.Select(u => u.Target)).Order();
        if (!found.SequenceEqual(campaign.Targets.Select(t => t.Id).Order())) yield return "not every target once";
    }

    private static IEnumerable<string> OfVisit(PlannedVisit visit, VisitTarget target, AvailableVisitor[] members, AssignmentRules rules)
    {
        if ((rules.InTwos == TwoVisitors.Always || target.HasCash) && members.Length != 2) yield return $"{visit} alone";
        if (!members.All(m => m.Regions.Contains(target.Region) || m.Regions.Contains(target.Region[..4] + "00"))) yield return $"{visit} elsewhere";
        if (!members.All(m => m.Days.Contains(visit.Day))) yield return $"{visit} on a day that somebody has not";
        if (members.Any(m => m.Kin.Any(k => target.People.Any(p => p.SequenceEqual(k))))) yield return $"{visit} by a relative";
        if (target.Named is null && (visit.Day < (target.Earliest ?? visit.Day) || visit.Day > (target.Latest ?? visit.Day))) yield return $"{visit} too early or late";
        if (target.Named is { } named && (visit.Day != named.Day || visit.Half != (named.Half ?? visit.Half))) yield return $"{visit} not as named";
    }

    private static IEnumerable<string> OfDay(PlannedVisit[] day, IEnumerable<AvailableVisitor> members, InventedCampaign campaign)
    {
        var most = Math.Min(campaign.Rules.MostVisitsADay, members.Min(m => m.VisitsADay));
        if (day.Length > most) yield return $"{day.Length} on a day of {most}";
        if (day.GroupBy(v => v.Half).Any(h => h.Count() > (most + 1) / 2)) yield return "a half of the day is too full";
        if (!day.Select(v => v.Place).SequenceEqual(Enumerable.Range(1, day.Length))) yield return "places are not counted from 1";
        if (!day.Select(v => v.Half).SequenceEqual(day.Select(v => v.Half).Order())) yield return "afternoon before morning";
    }
}
