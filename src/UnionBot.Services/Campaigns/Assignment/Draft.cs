namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// The plan while it is made. A visitor's day belongs to one team at most, so that whatever is put into a team's day needs
/// to be held against nothing outside of it.
/// </summary>
/// <param name="stops">By id.</param>
/// <param name="lastNumber">The highest number that a team has had before; 0 when there was none.</param>
internal sealed class Draft(IReadOnlyList<Stop> stops, AssignmentRules rules, int lastNumber = 0)
{
    private readonly List<Crew> _crews = [];

    public IReadOnlyList<Stop> Stops => stops;

    /// <summary>By number.</summary>
    public IReadOnlyList<Crew> Crews => _crews;

    public IEnumerable<Stop> Unplanned => stops.Where(s => s.Route is null);

    public IEnumerable<Route> Routes => _crews.SelectMany(c => c.Routes);

    public int NextNumber => Math.Max(lastNumber, _crews.Select(c => c.Number).DefaultIfEmpty().Max()) + 1;

    public Crew Add(int number, IReadOnlyList<AvailableVisitor> members, bool isStandIn)
    {
        var crew = new Crew(number, members, isStandIn, rules);
        _crews.Add(crew);
        return crew;
    }

    /// <summary>The days of teams on which it may be visited, whether there is room or not.</summary>
    public IEnumerable<Route> RoutesFor(Stop stop) =>
        _crews.Where(c => c.MaySee(stop)).SelectMany(c => c.Routes).Where(r => r.Fits(stop));

    /// <summary>Whether nothing is planned for the visitor on a day on which he or she can go.</summary>
    public bool IsIdle(AvailableVisitor visitor, DateOnly day) =>
        visitor.Days.Contains(day) && TeamsOf(visitor).All(c => c.On(day) is null or { Order.Count: 0 });

    /// <summary>A day on which these go instead of with whom they are in a team otherwise.</summary>
    /// <param name="members">Idle on the day.</param>
    public Route StandIn(IReadOnlyList<AvailableVisitor> members, DateOnly day)
    {
        foreach (var crew in members.SelectMany(TeamsOf)) crew.Close(day);

        var ids = members.Select(m => m.Id).ToHashSet();
        var same = _crews.Find(c => ids.SetEquals(c.Members.Select(m => m.Id)));
        return (same ?? Add(NextNumber, members, isStandIn: true)).Open(day);
    }

    public int LoadOf(AvailableVisitor visitor) => TeamsOf(visitor).Sum(c => c.Load);

    private IEnumerable<Crew> TeamsOf(AvailableVisitor visitor) => _crews.Where(c => c.Members.Any(m => m.Id == visitor.Id));
}
