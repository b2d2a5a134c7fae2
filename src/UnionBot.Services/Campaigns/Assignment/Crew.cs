using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>A team while the plan is made: who, on which days, and what each day holds.</summary>
internal sealed class Crew
{
    private readonly SortedDictionary<DateOnly, Route> _routes = [];
    private readonly Dictionary<string, bool> _serves = [];
    private readonly Dictionary<Stop, bool> _maySee = [];
    private readonly AssignmentRules _rules;

    public Crew(int number, IReadOnlyList<AvailableVisitor> members, bool isStandIn, AssignmentRules rules)
    {
        (Number, Members, IsStandIn, _rules) = (number, members, isStandIn, rules);
        VisitsADay = Math.Min(rules.MostVisitsADay, members.Min(m => m.VisitsADay));
        Start = members.Select(m => m.Start).FirstOrDefault(s => s is not null);
    }

    public int Number { get; }

    public IReadOnlyList<AvailableVisitor> Members { get; }

    public bool IsStandIn { get; }

    public int VisitsADay { get; }

    /// <summary>The most of a day's visits that lie in one half of it.</summary>
    public int VisitsAHalf => (VisitsADay + 1) / 2;

    public GeoPoint? Start { get; }

    /// <summary>By day.</summary>
    public IEnumerable<Route> Routes => _routes.Values;

    public int Days => _routes.Count;

    public int Load { get; set; }

    /// <summary>The share of what the team can do that it is given: even when a volunteer of five days stands beside staff.</summary>
    public double Share => ShareWith(0);

    public double ShareWith(int more) => Days == 0 ? 1 : (Load + more) / (double)(VisitsADay * Days);

    public Route? On(DateOnly day) => _routes.GetValueOrDefault(day);

    public Route Open(DateOnly day) => _routes[day] = new Route(this, day);

    /// <summary>A day of which only what is done is still told.</summary>
    public Route OpenAsOver(DateOnly day) => _routes[day] = new Route(this, day) { IsOver = true };

    /// <summary>Takes away a day on which nothing is planned.</summary>
    public void Close(DateOnly day) => _routes.Remove(day);

    /// <summary>Whether the team may visit it at all, on whatever day.</summary>
    public bool MaySee(Stop stop)
    {
        if (!_maySee.TryGetValue(stop, out var may)) _maySee[stop] = may = IsAllowed(stop.Target);
        return may;
    }

    public bool Serves(string region)
    {
        if (!_serves.TryGetValue(region, out var serves)) _serves[region] = serves = Members.All(m => m.Serves(region));
        return serves;
    }

    private bool IsAllowed(VisitTarget target) =>
        Serves(target.Region)
        && (Members.Count == 2 || !_rules.TakesTwo(target))
        && !Members.Any(m => m.IsKinOf(target));
}
