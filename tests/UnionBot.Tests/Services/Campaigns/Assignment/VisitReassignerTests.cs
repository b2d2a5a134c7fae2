using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

public sealed class VisitReassignerTests
{
    private static readonly DateOnly Monday = new(2027, 1, 4);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    /// <summary>Two teams have two days of eight each; a fifth visitor is in none.</summary>
    private static readonly AvailableVisitor[] Visitors = [.. Enumerable.Range(1, 5).Select(id => Visitor(id))];

    private static readonly VisitTarget[] Targets = [.. Enumerable.Range(1, 32).Select(id => Target(id))];

    private static readonly VisitPlan Plan = VisitAssigner.Assign(Targets, Visitors, new AssignmentRules());

    [Fact]
    public void Nothing_moves_when_nothing_has_changed() => Assert.Empty(Change(new PlanChange(Monday)).Moves);

    [Fact]
    public void A_colleague_steps_in_for_one_who_is_ill_and_the_households_keep_their_day()
    {
        var ill = Plan.Teams[0].First;

        var changed = Change(new PlanChange(Monday) { Absences = [new Absence(ill, Tuesday, Tuesday)] });

        Assert.Equal(Plan.Visits.Where(v => v.Team == 1 && v.Day == Tuesday).Select(v => v.Target).Order(), changed.Moves.Select(m => m.Target));
        Assert.All(changed.Moves, m => Assert.Equal(Tuesday, m.New!.Day));
        var standIn = changed.Plan.Teams.Single(t => t.IsStandIn);
        Assert.Equal([Plan.Teams[0].Second!.Value, 5], [standIn.First, standIn.Second!.Value]);
    }

    [Fact]
    public void Without_a_colleague_only_what_the_ill_one_had_moves()
    {
        var visitors = Visitors[..4];
        var plan = VisitAssigner.Assign(Targets[..20], visitors, new AssignmentRules());
        var ill = plan.Teams.Single(t => t.Number == plan.Visits.First(v => v.Day == Monday).Team);
        var change = new PlanChange(Monday) { Absences = [new Absence(ill.First, Monday, Monday)] };

        var changed = VisitReassigner.Reassign(plan, change, Targets[..20], visitors, new AssignmentRules());

        Assert.Equal(plan.Visits.Where(v => v.Team == ill.Number && v.Day == Monday).Select(v => v.Target).Order(), changed.Moves.Select(m => m.Target));
        Assert.Empty(changed.Plan.Unplanned);
    }

    [Fact]
    public void A_day_of_snow_moves_only_its_own_visits_and_tells_who_has_no_day_any_more()
    {
        var later = Visitors.Select(v => v with { Days = [Monday, Tuesday, Monday.AddDays(2)] }).ToArray();

        var changed = VisitReassigner.Reassign(
            Plan, new PlanChange(Monday) { StoppedDays = [Tuesday] }, Targets, [.. later[..2].Concat(Visitors[2..])], new AssignmentRules());

        Assert.Equal(Plan.Visits.Where(v => v.Day == Tuesday).Select(v => v.Target).Order(), changed.Moves.Select(m => m.Target));
        Assert.Equal(8, changed.Plan.Visits.Count(v => v.Day == Monday.AddDays(2)));
        Assert.Equal(8, changed.Plan.Unplanned.Count);
        Assert.All(changed.Plan.Unplanned, u => Assert.Equal(NoVisitReason.NoCapacity, u.Reason));
    }

    [Fact]
    public void A_named_day_that_is_stopped_is_let_go()
    {
        VisitTarget[] targets = [Target(1) with { Named = new NamedTime(Monday, HalfDay.Morning) }];
        var plan = VisitAssigner.Assign(targets, Visitors, new AssignmentRules());

        var changed = VisitReassigner.Reassign(plan, new PlanChange(Monday) { StoppedDays = [Monday] }, targets, Visitors, new AssignmentRules());

        Assert.Equal(Tuesday, Assert.Single(changed.Moves).New!.Day);
    }

    [Fact]
    public void What_was_not_done_is_planned_anew_and_what_was_done_stays()
    {
        var plan = VisitAssigner.Assign(Targets[..12], Visitors[..2], new AssignmentRules());
        var done = plan.Visits.Where(v => v.Day == Monday).Select(v => v.Target).Skip(2).ToArray();

        var changed = VisitReassigner.Reassign(plan, new PlanChange(Tuesday) { Done = done }, Targets[..12], Visitors[..2], new AssignmentRules());

        Assert.Equal(done.Order(), changed.Plan.Visits.Where(v => v.Day == Monday).Select(v => v.Target).Order());
        Assert.DoesNotContain(changed.Plan.Unplanned, u => done.Contains(u.Target));
        Assert.All(changed.Moves, m => Assert.Equal(Monday, m.Old!.Day));
    }

    [Fact]
    public void Targets_that_are_added_move_nobody_where_there_is_room()
    {
        var plan = VisitAssigner.Assign(Targets[..20], Visitors, new AssignmentRules());

        var changed = VisitReassigner.Reassign(plan, new PlanChange(Monday), Targets[..23], Visitors, new AssignmentRules());

        Assert.Equal([21, 22, 23], changed.Moves.Select(m => m.Target));
        Assert.All(changed.Moves, m => Assert.Null(m.Old));
    }

    [Fact]
    public void A_target_that_is_gone_leaves_its_place()
    {
        var changed = VisitReassigner.Reassign(Plan, new PlanChange(Monday), Targets[1..], Visitors, new AssignmentRules());

        Assert.Null(Assert.Single(changed.Moves).New);
        Assert.Equal(31, changed.Plan.Visits.Count);
    }

    [Fact]
    public void What_a_visitor_who_left_for_good_has_done_still_stands()
    {
        var done = Plan.Visits.Where(v => v.Day == Monday).Select(v => v.Target).ToArray();
        var who = Plan.Teams[0].First;

        var changed = VisitReassigner.Reassign(
            Plan, new PlanChange(Tuesday) { Done = done }, Targets, [.. Visitors.Where(v => v.Id != who)], new AssignmentRules());

        Assert.Equal(32, changed.Plan.Visits.Count);
        Assert.All(changed.Moves, m => Assert.Equal((Tuesday, Tuesday), (m.Old!.Day, m.New!.Day)));
        Assert.Equal(8, changed.Moves.Count);
    }

    [Fact]
    public void A_visit_that_was_never_planned_cannot_be_done() =>
        Assert.Throws<ArgumentException>(() => Change(new PlanChange(Monday) { Done = [99] }));

    private static ChangedPlan Change(PlanChange change) => VisitReassigner.Reassign(Plan, change, Targets, Visitors, new AssignmentRules());

    private static VisitTarget Target(int id) =>
        new(id, "370102", "历山路", new GeoPoint(36.66 + (id % 6 / 1000.0), 117.07 + (id / 6 / 1000.0), ""));

    private static AvailableVisitor Visitor(int id) => new(id, ["370102"], VisitsADay: 8, [Monday, Tuesday]) { Start = new GeoPoint(36.66, 117.07, "") };
}
