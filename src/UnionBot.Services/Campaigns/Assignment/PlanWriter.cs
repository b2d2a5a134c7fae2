namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Writes a draft down as a plan.</summary>
internal static class PlanWriter
{
    public static VisitPlan Write(Draft draft, NoVisitReasons reasons) => new(
        [.. draft.Crews.OrderBy(c => c.Number).Select(TeamOf)],
        [.. draft.Routes.OrderBy(r => r.Day).ThenBy(r => r.Crew.Number).SelectMany(VisitsOf)],
        [.. draft.Unplanned.Select(s => new UnplannedTarget(s.Target.Id, reasons.Of(s)))]);

    private static PlannedTeam TeamOf(Crew crew) =>
        new(crew.Number, crew.Members[0].Id, crew.Members.Count > 1 ? crew.Members[1].Id : null, crew.IsStandIn);

    private static IEnumerable<PlannedVisit> VisitsOf(Route route)
    {
        var morning = HalfDays.MorningOf(route.Order, route.Crew.VisitsAHalf) ?? (route.Order.Count + 1) / 2;
        return route.Order.Select((stop, i) => new PlannedVisit(
            stop.Target.Id, route.Crew.Number, route.Day, i + 1, i < morning ? HalfDay.Morning : HalfDay.Afternoon, Metres(route, i)));
    }

    private static double? Metres(Route route, int i)
    {
        var before = i == 0 ? route.Crew.Start : route.Order[i - 1].Target.At;
        return before is { } there && route.Order[i].Target.At is { } here ? Distance.Metres(there, here) : null;
    }
}
