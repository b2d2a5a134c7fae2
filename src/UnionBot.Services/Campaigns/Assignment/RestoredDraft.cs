namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>A plan taken up again, with the teams, days and visits of it that still stand.</summary>
internal sealed class RestoredDraft
{
    private readonly VisitPlan _plan;
    private readonly PlanChange _change;
    private readonly AssignmentRules _rules;
    private readonly IReadOnlyList<AvailableVisitor> _people;
    private readonly Dictionary<int, Crew> _crews;
    private readonly Dictionary<long, Stop> _stops;

    /// <param name="targets">By id.</param>
    /// <param name="people">By id, with the days that are left to them.</param>
    public RestoredDraft(
        VisitPlan plan, PlanChange change, IReadOnlyList<VisitTarget> targets, IReadOnlyList<AvailableVisitor> people, AssignmentRules rules)
    {
        (_plan, _change, _people, _rules) = (plan, change, people, rules);
        var points = new StreetPoints(targets);
        var done = change.Done.ToHashSet();
        Draft = new Draft(
            [.. targets.Select((t, i) => points.StopOf(t, i, done.Contains(t.Id), nameIsLost: t.Named is { } n && !change.Leaves(n.Day)))],
            rules,
            lastNumber: plan.Teams.Select(t => t.Number).DefaultIfEmpty().Max());
        _stops = Draft.Stops.ToDictionary(s => s.Target.Id);
        _crews = Restore(people.ToDictionary(v => v.Id));
        AddTeamsOfNewcomers(targets);
        OpenDays();
    }

    public Draft Draft { get; }

    /// <summary>Visits that are done, and those whose day, team and target allow it as before.</summary>
    public void KeepWhatCanStay()
    {
        foreach (var visit in _plan.Visits.OrderBy(v => v.Day).ThenBy(v => v.Team).ThenBy(v => !_change.Done.Contains(v.Target)).ThenBy(v => v.Place))
        {
            if (!_stops.TryGetValue(visit.Target, out var stop)) continue;

            var crew = _crews[visit.Team];
            if (stop.IsDone) (crew.On(visit.Day) ?? crew.OpenAsOver(visit.Day)).Append(stop);
            else if (crew.On(visit.Day) is { } route && route.Fits(stop) && route.HasRoomFor(stop.Half)) route.Append(stop);
        }
    }

    /// <summary>Where one of two is away, a colleague goes with the other: the household keeps its day and one of the faces.</summary>
    public void StandInForAbsent()
    {
        var standIns = new StandIns(Draft, _people, _rules);
        var lost = _plan.Visits
            .Where(v => _change.Leaves(v.Day) && _stops.TryGetValue(v.Target, out var stop) && stop.Route is null)
            .GroupBy(v => (v.Day, v.Team))
            .OrderBy(g => g.Key);
        foreach (var day in lost)
        {
            var team = _plan.Teams.First(t => t.Number == day.Key.Team);
            if (_crews[team.Number].On(day.Key.Day) is not null) continue;

            var left = _people.Where(p => (p.Id == team.First || p.Id == team.Second) && Draft.IsIdle(p, day.Key.Day)).ToArray();
            if (left.Length == 1) standIns.Replace(left[0], day.Key.Day, [.. day.OrderBy(v => v.Place).Select(v => _stops[v.Target])]);
        }
    }

    private Dictionary<int, Crew> Restore(Dictionary<long, AvailableVisitor> people)
    {
        return _plan.Teams.OrderBy(t => t.Number).ToDictionary(t => t.Number, t => Draft.Add(t.Number, [.. MembersOf(t)], t.IsStandIn));

        IEnumerable<AvailableVisitor> MembersOf(PlannedTeam team) =>
            new[] { team.First, team.Second }.OfType<long>().Select(id => people.GetValueOrDefault(id) ?? WhoLeft(id));
    }

    /// <summary>Somebody who is no visitor any more, and stands in the plan only with what is done.</summary>
    private static AvailableVisitor WhoLeft(long id) => new(id, Regions: [], VisitsADay: 1, Days: []);

    /// <summary>Those who are in no team of the plan, as visitors who came later and partners of those who are gone.</summary>
    private void AddTeamsOfNewcomers(IReadOnlyList<VisitTarget> targets)
    {
        var members = _crews.Values
            .Where(c => !c.IsStandIn && c.Members.All(_people.Contains))
            .SelectMany(c => c.Members)
            .Select(m => m.Id)
            .ToHashSet();
        foreach (var pair in TeamPairing.Of(targets, _people.Where(p => !members.Contains(p.Id)), _rules))
        {
            var crew = Draft.Add(Draft.NextNumber, pair, isStandIn: false);
            _crews[crew.Number] = crew;
        }
    }

    /// <summary>
    /// A visitor's day belongs to the team that has visits on it, else to the one it is in for all days; nothing is put into a
    /// day that is over.
    /// </summary>
    private void OpenDays()
    {
        var days = _people.ToDictionary(p => p.Id, p => p.Days.ToHashSet());
        foreach (var (day, team) in _plan.Visits.Select(v => (v.Day, v.Team)).Distinct().Order())
        {
            OpenIfFree(_crews[team], day, days);
        }

        foreach (var crew in _crews.Values.Where(c => !c.IsStandIn).OrderBy(c => c.Number))
        {
            foreach (var day in crew.Members[0].Days) OpenIfFree(crew, day, days);
        }
    }

    private static void OpenIfFree(Crew crew, DateOnly day, Dictionary<long, HashSet<DateOnly>> days)
    {
        if (!crew.Members.All(m => days.TryGetValue(m.Id, out var left) && left.Contains(day))) return;

        crew.Open(day);
        foreach (var member in crew.Members) days[member.Id].Remove(day);
    }
}
