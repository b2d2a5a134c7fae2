namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Gives whole days of busy teams to others of the district that have less to do. Teams of two districts pass on what one
/// district has too much of, which the first draft, going from district to district, cannot see.
/// </summary>
internal sealed class EvenLoad(Draft draft)
{
    /// <summary>Each day given makes the busier of the two less busy than it was, so that this ends.</summary>
    public void Find()
    {
        while (draft.Crews.Where(c => c.Days > 0).OrderByDescending(c => c.Share).ThenBy(c => c.Number).Any(GivesDay)) { }
    }

    private bool GivesDay(Crew giver)
    {
        var options =
            from day in giver.Routes
            where day.Order.Count > 0
            from taker in draft.Crews
            where taker != giver && taker.Days > 0 && !taker.IsStandIn && taker.ShareWith(day.Order.Count) < giver.Share
            let free = taker.Routes.FirstOrDefault(r => Takes(r, day.Order))
            where free is not null
            orderby taker.ShareWith(day.Order.Count), day.Order.Average(s => s.MetresFrom(taker.Start)), taker.Number, day.Day
            select (Day: day, Free: free);
        if (options.FirstOrDefault() is not { Day: { } given, Free: { } to }) return false;

        foreach (var stop in given.Order.ToArray())
        {
            given.Remove(stop);
            to.Insert(stop);
        }

        return true;
    }

    private static bool Takes(Route free, IReadOnlyList<Stop> stops) =>
        free.Order.Count == 0
        && stops.Count <= free.Crew.VisitsADay
        && stops.All(free.Fits)
        && Enum.GetValues<HalfDay>().All(half => stops.Count(s => s.Half == half) <= free.Crew.VisitsAHalf);
}
