namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Fills the days of the teams: first with what has a named day, then around it, then with whole groups of neighbours.
/// </summary>
internal sealed class FirstDraft(Draft draft)
{
    /// <summary>A team that has half a day more than the least is as good when it sets out nearer.</summary>
    private const double NearlyTheLeast = 0.5;

    public void Fill()
    {
        foreach (var day in draft.Stops.Where(s => s.Named is not null).GroupBy(s => s.Named!.Day).OrderBy(g => g.Key))
        {
            PlaceGroups([.. day]);
        }

        FillAroundNamed();
        while (PlaceGroups([.. draft.Unplanned])) { }
    }

    /// <returns>Whether any was placed.</returns>
    private bool PlaceGroups(IReadOnlyCollection<Stop> stops)
    {
        var isAny = false;
        foreach (var region in stops.GroupBy(s => s.Target.Region).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var crews = draft.Crews.Where(c => c.Days > 0 && c.Serves(region.Key)).ToArray();
            if (crews.Length == 0) continue;

            var mostADay = crews.Select(c => c.VisitsADay).Order().ElementAt(crews.Length / 2);
            foreach (var group in DayClusters.Cut([.. region], PartsOf(region.Count(), mostADay, crews.Length))) isAny |= Place(group, crews);
        }

        return isAny;
    }

    /// <summary>Days as full as may be, but as many for one team as for the other where there is one for each at least.</summary>
    private static int PartsOf(int stops, int mostADay, int crews)
    {
        var days = (stops + mostADay - 1) / mostADay;
        return days < crews ? days : Math.Min(stops, (days + crews - 1) / crews * crews);
    }

    /// <summary>Gives the group to an empty day that suits the most of it, of the team that has the least to do; the rest is left over.</summary>
    private static bool Place(IReadOnlyList<Stop> group, Crew[] crews)
    {
        var options = crews.Select(c => BestDay(c, group)).OfType<Option>().ToArray();
        if (options.Length == 0) return false;

        var most = options.Max(o => o.Fits);
        var suiting = options.Where(o => o.Fits == most).ToArray();
        var least = suiting.Min(o => o.Route.Crew.Share);
        var route = suiting
            .Where(o => o.Route.Crew.Share <= least + (NearlyTheLeast / o.Route.Crew.Days))
            .OrderBy(o => group.Average(s => s.MetresFrom(o.Route.Crew.Start)))
            .ThenBy(o => o.Route.Crew.Share)
            .ThenBy(o => o.Route.Crew.Number)
            .First().Route;
        foreach (var stop in group.Where(route.Fits))
        {
            if (route.HasRoomFor(stop.Half)) route.Insert(stop);
        }

        return true;
    }

    /// <summary>Null when the team has no empty day that suits any of the group.</summary>
    private static Option? BestDay(Crew crew, IReadOnlyList<Stop> group)
    {
        var seen = group.Where(crew.MaySee).ToArray();
        Option? best = null;
        foreach (var route in crew.Routes.Where(r => r.Order.Count == 0))
        {
            var fits = seen.Count(s => route.Day >= s.Earliest && route.Day <= s.Latest);
            if (fits > (best?.Fits ?? 0)) best = new Option(route, fits);
            if (fits == group.Count) break;
        }

        return best;
    }

    /// <summary>A day that has begun is filled with the nearest, as long as its team has not more than its part of all.</summary>
    private void FillAroundNamed()
    {
        var pools = draft.Unplanned.Where(s => s.Named is null).GroupBy(s => s.Target.Region).ToDictionary(g => g.Key, g => g.ToList());
        var part = draft.Stops.Count / (double)Math.Max(1, draft.Crews.Sum(c => c.VisitsADay * c.Days));
        foreach (var route in draft.Routes.Where(r => r.Order.Count > 0).OrderBy(r => r.Day).ThenBy(r => r.Crew.Number).ToArray())
        {
            var pool = pools.GetValueOrDefault(route.Order[0].Target.Region, []);
            while (route.HasRoomFor(half: null) && route.Crew.ShareWith(1) <= part && Nearest(route, pool) is { } next)
            {
                route.Insert(next);
                pool.Remove(next);
            }
        }
    }

    private static Stop? Nearest(Route route, List<Stop> pool)
    {
        var (least, nearest) = (double.PositiveInfinity, (Stop?)null);
        foreach (var stop in pool.Where(route.Fits))
        {
            var metres = route.Cheapest(stop).Metres;
            if (metres < least) (least, nearest) = (metres, stop);
        }

        return nearest;
    }

    private sealed record Option(Route Route, int Fits);
}
