namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Finds a day for a target that is left over: where there is room, else by moving as few others as possible. As long as the
/// teams stay the same, nobody is left over for whom moving others would make room (augmenting paths, as in bipartite matching).
/// </summary>
/// <param name="reluctance">Metres that a stop counts more on this day of this team.</param>
internal sealed class RoomMaking(Draft draft, Func<Stop, Route, double> reluctance)
{
    /// <summary>From here no way leads to a day with room, and none ever will unless a team gets a new day.</summary>
    private readonly HashSet<Door> _closed = [];

    public bool TryPlace(Stop stop)
    {
        var open = draft.RoutesFor(stop).Where(r => r.HasRoomFor(stop.Half)).ToArray();
        if (open.Length > 0)
        {
            Best(stop, open).Insert(stop);
            return true;
        }

        return TryMakeRoom(stop);
    }

    /// <summary>A team has got a new day.</summary>
    public void Reopen() => _closed.Clear();

    private Route Best(Stop stop, IEnumerable<Route> open) => open
        .OrderBy(r => r.Cheapest(stop) is { At: >= 0 } place ? place.Metres + reluctance(stop, r) : double.MaxValue)
        .ThenBy(r => r.Day)
        .ThenBy(r => r.Crew.Number)
        .First();

    private bool TryMakeRoom(Stop stop)
    {
        var (seen, moved) = (new HashSet<Door>(), new HashSet<Stop> { stop });
        var queue = new Queue<Step>();
        Enter(stop, null, queue, seen);
        while (queue.TryDequeue(out var step))
        {
            if (step.Route.HasRoomFor(step.Stop.Half))
            {
                Move(step);
                return true;
            }

            var mustBe = step.Route.HasHalfFor(step.Stop.Half) ? null : step.Stop.Half;
            foreach (var other in step.Route.Order.Where(s => !s.IsDone && (mustBe is null || s.Half == mustBe)).ToArray())
            {
                if (moved.Add(other)) Enter(other, step, queue, seen);
            }
        }

        _closed.UnionWith(seen);
        return false;
    }

    private void Enter(Stop stop, Step? before, Queue<Step> queue, HashSet<Door> seen)
    {
        foreach (var route in draft.RoutesFor(stop).Where(r => r != stop.Route))
        {
            var door = new Door(route, stop.Half);
            if (!_closed.Contains(door) && seen.Add(door)) queue.Enqueue(new Step(stop, route, before));
        }
    }

    /// <summary>From the day with room back to the one that was left over.</summary>
    private static void Move(Step last)
    {
        for (var step = last; step is not null; step = step.Before)
        {
            step.Stop.Route?.Remove(step.Stop);
            step.Route.Insert(step.Stop);
        }
    }

    private sealed record Step(Stop Stop, Route Route, Step? Before);

    private sealed record Door(Route Route, HalfDay? Half);
}
