namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Puts the visits of a day in the order of a short way. Only for days of which nothing is done.</summary>
internal static class RouteOrder
{
    /// <summary>Less than this is not worth another order, and guards against endless exchange by rounding.</summary>
    public const double LeastGain = 0.5;

    /// <summary>The shorter of two ways, each without crossings: the one there is, and always to the nearest.</summary>
    public static void Shorten(Route route)
    {
        var (kept, fresh) = (route.Order.ToList(), NearestFirst(route));
        Uncross(route, kept);
        Uncross(route, fresh);
        route.Reorder(route.Metres(fresh) < route.Metres(kept) - LeastGain ? fresh : kept);
    }

    /// <summary>Puts what has no coordinates behind the others of its street, unless a named half forbids it.</summary>
    public static void PutBehindTheirStreet(Route route)
    {
        foreach (var stop in route.Order.Where(s => !s.IsLocated && s.Target.Street is not null).ToArray())
        {
            var order = route.Order.Where(s => s != stop).ToList();
            var last = order.FindLastIndex(s => IsOfStreet(s, stop) && (s.IsLocated || s.Index < stop.Index));
            if (last < 0) continue;

            order.Insert(last + 1, stop);
            if (Allows(route, order)) route.Reorder(order);
        }
    }

    private static bool IsOfStreet(Stop one, Stop other) =>
        one.Target.Street == other.Target.Street && one.Target.Region == other.Target.Region;

    private static bool Allows(Route route, IReadOnlyList<Stop> order) => HalfDays.MorningOf(order, route.Crew.VisitsAHalf) is not null;

    private static List<Stop> NearestFirst(Route route)
    {
        var (left, order) = (route.Order.OrderBy(s => s.Index).ToList(), new List<Stop>());
        while (left.Count > 0)
        {
            var next = left.MinBy(s => order.Count == 0 ? s.MetresFrom(route.Crew.Start) : order[^1].MetresTo(s))!;
            order.Add(next);
            left.Remove(next);
        }

        if (!Allows(route, order)) HalfDays.Sort(order);
        return order;
    }

    /// <summary>2-opt: turns a piece of the way round as long as that makes it shorter.</summary>
    private static void Uncross(Route route, List<Stop> order)
    {
        while (TurnedOne(route, order)) { }
    }

    private static bool TurnedOne(Route route, List<Stop> order)
    {
        for (var i = 0; i < order.Count - 1; i++)
        {
            for (var j = i + 1; j < order.Count; j++)
            {
                if (Gain(route, order, i, j) < LeastGain) continue;

                order.Reverse(i, j - i + 1);
                if (Allows(route, order)) return true;

                order.Reverse(i, j - i + 1);
            }
        }

        return false;
    }

    private static double Gain(Route route, List<Stop> order, int i, int j)
    {
        var (into, outOf) = (To(route, order, i, order[i]), j + 1 < order.Count ? order[j].MetresTo(order[j + 1]) : 0);
        var (intoNew, outOfNew) = (To(route, order, i, order[j]), j + 1 < order.Count ? order[i].MetresTo(order[j + 1]) : 0);
        return into + outOf - intoNew - outOfNew;
    }

    private static double To(Route route, List<Stop> order, int i, Stop stop) =>
        i == 0 ? stop.MetresFrom(route.Crew.Start) : order[i - 1].MetresTo(stop);
}
