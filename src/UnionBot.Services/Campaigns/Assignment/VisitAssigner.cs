namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Gives every target a team, a day and a place in that day's order, or says why nobody could be found. The same input gives
/// the same plan, in whatever order its rows come.
/// </summary>
public static class VisitAssigner
{
    /// <exception cref="ArgumentException">Two targets or two visitors have the same id, or a number makes no sense.</exception>
    public static VisitPlan Assign(
        IReadOnlyCollection<VisitTarget> targets, IReadOnlyCollection<AvailableVisitor> visitors, AssignmentRules rules)
    {
        rules.Check();
        var (sorted, people) = (InputRows.Sorted(targets), InputRows.Sorted(visitors));
        var points = new StreetPoints(sorted);
        var draft = new Draft([.. sorted.Select((t, i) => points.StopOf(t, i))], rules);
        foreach (var members in TeamPairing.Of(sorted, people, rules))
        {
            var crew = draft.Add(draft.NextNumber, members, isStandIn: false);
            foreach (var day in members.Select(m => m.Days).Aggregate((one, other) => [.. one.Intersect(other)])) crew.Open(day);
        }

        new FirstDraft(draft).Fill();
        PlaceLeftOver(draft, people, rules, (_, _) => 0);
        new EvenLoad(draft).Find();
        new ShorterWays(draft).Find();
        foreach (var route in draft.Routes) RouteOrder.PutBehindTheirStreet(route);
        return PlanWriter.Write(draft, new NoVisitReasons(people, rules));
    }

    /// <summary>不漏一户: by moving others, and at last by putting together two who are in different teams.</summary>
    internal static void PlaceLeftOver(
        Draft draft, IReadOnlyList<AvailableVisitor> people, AssignmentRules rules, Func<Stop, Route, double> reluctance)
    {
        var (room, standIns) = (new RoomMaking(draft, reluctance), new StandIns(draft, people, rules));

        // A day that is opened for one may suit another who found none before.
        while (PlacesAny(draft, room, standIns)) room.Reopen();
    }

    private static bool PlacesAny(Draft draft, RoomMaking room, StandIns standIns)
    {
        var isAny = false;
        foreach (var stop in draft.Unplanned.OrderBy(s => s.Named is null).ToArray())
        {
            if (!room.TryPlace(stop) && standIns.TryOpen(stop))
            {
                room.Reopen();
                room.TryPlace(stop);
            }

            isAny |= stop.Route is not null;
        }

        return isAny;
    }
}
