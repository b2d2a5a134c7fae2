namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Those who are in no team together go for one day, where no team can: a relative in the team, a colleague who is ill.</summary>
/// <param name="visitors">By id.</param>
internal sealed class StandIns(Draft draft, IReadOnlyList<AvailableVisitor> visitors, AssignmentRules rules)
{
    /// <summary>Opens the earliest day on which as many as it takes have nothing else to do and may visit the target.</summary>
    public bool TryOpen(Stop stop)
    {
        var needed = rules.TakesTwo(stop.Target) ? 2 : 1;
        var able = visitors.Where(v => MaySee(v, stop.Target)).ToArray();
        foreach (var day in able.SelectMany(v => v.Days).Where(d => d >= stop.Earliest && d <= stop.Latest).Distinct().Order())
        {
            var members = Idle(able, day).Take(needed).ToArray();
            if (members.Length < needed) continue;

            draft.StandIn(members, day);
            return true;
        }

        return false;
    }

    /// <summary>Gives one day of somebody who is left alone to him or her and a colleague who has nothing else to do.</summary>
    /// <param name="stops">What the day held; it goes to the two in the same order, as far as they may.</param>
    public void Replace(AvailableVisitor left, DateOnly day, IReadOnlyList<Stop> stops)
    {
        var able = stops.Where(s => MaySee(left, s.Target)).ToArray();
        var colleague = Idle(visitors.Where(v => v.Id != left.Id), day)
            .Select(v => (Visitor: v, Count: Math.Min(VisitsOf(v, left), able.Count(s => MaySee(v, s.Target)))))
            .Where(v => v.Count > 0)
            .OrderByDescending(v => v.Count)
            .Select(v => v.Visitor)
            .FirstOrDefault();
        if (colleague is null) return;

        var route = draft.StandIn([left, colleague], day);
        foreach (var stop in stops.Where(s => route.Fits(s) && route.HasRoomFor(s.Half))) route.Append(stop);
    }

    /// <summary>Who has the least to do comes first.</summary>
    private IEnumerable<AvailableVisitor> Idle(IEnumerable<AvailableVisitor> able, DateOnly day) =>
        able.Where(v => draft.IsIdle(v, day)).OrderBy(draft.LoadOf).ThenBy(v => v.Id);

    private int VisitsOf(AvailableVisitor one, AvailableVisitor other) =>
        Math.Min(rules.MostVisitsADay, Math.Min(one.VisitsADay, other.VisitsADay));

    private static bool MaySee(AvailableVisitor visitor, VisitTarget target) =>
        visitor.Serves(target.Region) && !visitor.IsKinOf(target);
}
