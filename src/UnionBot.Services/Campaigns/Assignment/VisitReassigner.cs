namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Changes a plan as little as what has come between demands: whatever can stay with its team and day stays, a colleague steps
/// in for one who is ill, the rest goes to where it is moved least.
/// </summary>
public static class VisitReassigner
{
    /// <summary>A household has been told its day: another one is worth a way of so many metres.</summary>
    private const double AnotherDay = 20_000;

    private const double AnotherTeam = 5_000;

    /// <param name="targets">All that count now: those that came later too; one that is missing is planned no more.</param>
    /// <param name="visitors">All that count now, with the days on which they can go but for what <paramref name="change"/> tells.</param>
    /// <exception cref="ArgumentException">As in <see cref="VisitAssigner.Assign"/>, or a visit is done that was never planned.</exception>
    public static ChangedPlan Reassign(
        VisitPlan plan, PlanChange change, IReadOnlyCollection<VisitTarget> targets, IReadOnlyCollection<AvailableVisitor> visitors,
        AssignmentRules rules)
    {
        rules.Check();
        if (change.Done.Except(plan.Visits.Select(v => v.Target)).Any()) throw new ArgumentException("Done, but never planned.", nameof(change));

        var people = InputRows.Sorted([.. visitors.Select(v => v with { Days = [.. v.Days.Where(d => change.LeavesFree(v.Id, d))] })]);
        var old = plan.Visits.ToDictionary(v => v.Target);
        var restored = new RestoredDraft(plan, change, InputRows.Sorted(targets), people, rules);
        restored.KeepWhatCanStay();
        restored.StandInForAbsent();
        VisitAssigner.PlaceLeftOver(restored.Draft, people, rules, (stop, route) =>
            !old.TryGetValue(stop.Target.Id, out var visit) ? 0
            : (visit.Day == route.Day ? 0 : AnotherDay) + (visit.Team == route.Crew.Number ? 0 : AnotherTeam));

        var changed = PlanWriter.Write(restored.Draft, new NoVisitReasons(people, rules));
        return new ChangedPlan(changed, Moves(plan, changed));
    }

    private static IReadOnlyList<MovedVisit> Moves(VisitPlan old, VisitPlan changed)
    {
        var (before, after) = (ByTarget(old), ByTarget(changed));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Order()
                .Select(t => new MovedVisit(t, before.GetValueOrDefault(t), after.GetValueOrDefault(t)))
                .Where(m => m.Old != m.New),
        ];
    }

    private static Dictionary<long, TeamDay> ByTarget(VisitPlan plan) =>
        plan.Visits.ToDictionary(v => v.Target, v => new TeamDay(v.Team, v.Day));
}
