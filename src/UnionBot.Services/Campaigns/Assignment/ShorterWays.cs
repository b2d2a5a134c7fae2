namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Shortens the ways of all by moving a target to a day that passes near it, or exchanging it for one of that day's, as long
/// as something is gained. No team gets more than the busiest of its district had, or less than the idlest.
/// </summary>
internal sealed class ShorterWays
{
    private const int NearestLookedAt = 8;

    /// <summary>Later rounds gain hardly anything.</summary>
    private const int MostRounds = 8;

    private readonly Draft _draft;
    private readonly Stop[][] _neighbours;
    private readonly Dictionary<Crew, (double Least, double Most)> _shares;
    private readonly HashSet<Route> _changed = [];

    /// <summary>Between two days that are not among these, everything was tried before.</summary>
    private HashSet<Route> _fresh;

    public ShorterWays(Draft draft)
    {
        _draft = draft;
        _neighbours = Neighbours.Of(draft.Stops, NearestLookedAt);
        _shares = draft.Crews.ToDictionary(c => c, SharesBeside);
        _fresh = [.. draft.Routes];
    }

    public void Find()
    {
        foreach (var route in _draft.Routes) RouteOrder.Shorten(route);
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var stop in _draft.Stops.Where(s => s.Route is not null)) Try(stop);
            if (_changed.Count == 0) return;

            foreach (var route in _changed) RouteOrder.Shorten(route);
            _fresh = [.. _changed];
            _changed.Clear();
        }
    }

    /// <summary>The least and the greatest share among the teams that have a district with targets in common with this one.</summary>
    private (double Least, double Most) SharesBeside(Crew crew)
    {
        var regions = _draft.Stops.Select(s => s.Target.Region).Distinct().Where(crew.Serves).ToArray();
        var beside = _draft.Crews.Where(c => c.Days > 0 && !c.IsStandIn && regions.Any(c.Serves)).Select(c => c.Share).DefaultIfEmpty().ToArray();
        return (beside.Min(), beside.Max());
    }

    private void Try(Stop stop)
    {
        var (gain, to, back) = (RouteOrder.LeastGain, (Route?)null, (Stop?)null);
        var saving = stop.Route!.Saving(stop);
        foreach (var route in RoutesBeside(stop))
        {
            if (route.HasRoomFor(stop.Half) && IsEven(stop.Route.Crew, route.Crew) && saving - route.Cheapest(stop).Metres is var moved && moved > gain)
                (gain, to, back) = (moved, route, null);

            foreach (var other in route.Order)
            {
                if (Exchange(stop, saving, other, gain) is var exchanged && exchanged > gain) (gain, to, back) = (exchanged, route, other);
            }
        }

        if (to is not null) Move(stop, to, back);
    }

    private IEnumerable<Route> RoutesBeside(Stop stop) => _neighbours[stop.Index]
        .Select(n => n.Route)
        .OfType<Route>()
        .Where(r => r != stop.Route && (_fresh.Contains(r) || _fresh.Contains(stop.Route!)))
        .Distinct()
        .Where(r => r.Fits(stop));

    private bool IsEven(Crew giver, Crew taker) =>
        giver == taker || (taker.ShareWith(1) <= _shares[taker].Most && giver.ShareWith(-1) >= _shares[giver].Least);

    /// <summary>What is gained when two stops change places; 0 when they cannot, or when it is not more than has been found.</summary>
    private static double Exchange(Stop stop, double saving, Stop other, double found)
    {
        var (here, there) = (stop.Route!, other.Route!);
        var most = saving + there.Saving(other);
        if (most <= found || !here.Fits(other)) return 0;
        if (!there.HasRoomFor(stop.Half, without: other) || !here.HasRoomFor(other.Half, without: stop)) return 0;

        most -= there.Cheapest(stop, without: other).Metres;
        return most <= found ? 0 : most - here.Cheapest(other, without: stop).Metres;
    }

    private void Move(Stop stop, Route to, Stop? back)
    {
        var home = stop.Route!;
        home.Remove(stop);
        if (back is not null)
        {
            to.Remove(back);
            home.Insert(back);
        }

        to.Insert(stop);
        _changed.UnionWith([home, to]);
        _fresh.UnionWith([home, to]);
    }
}
