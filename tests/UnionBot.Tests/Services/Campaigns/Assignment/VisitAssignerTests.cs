using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

public sealed class VisitAssignerTests
{
    private const string Lixia = "370102";
    private const string Shizhong = "370103";

    private static readonly DateOnly Monday = new(2027, 1, 4);
    private static readonly GeoPoint Home = new(36.66, 117.07, "");

    [Fact]
    public void Two_who_serve_the_district_go_together_from_the_nearest_to_the_furthest()
    {
        var plan = Assign([At(1, north: 3), At(2, north: 1), At(3, north: 2)], [Visitor(1), Visitor(2)]);

        Assert.Equal(new PlannedTeam(1, 1, 2, IsStandIn: false), Assert.Single(plan.Teams));
        Assert.Equal([2, 3, 1], plan.Visits.Select(v => v.Target));
        Assert.All(plan.Visits, v => Assert.Equal(1112, v.Metres!.Value, tolerance: 1));
    }

    [Fact]
    public void Visitors_are_paired_so_that_every_district_has_a_team()
    {
        var plan = Assign(
            [At(1), At(2, region: Shizhong)],
            [Visitor(1, Lixia, Shizhong), Visitor(2, Lixia), Visitor(3, Lixia, Shizhong), Visitor(4, Lixia)]);

        Assert.Empty(plan.Unplanned);
        Assert.Equal([(1L, 3L), (2L, 4L)], plan.Teams.Select(t => (t.First, t.Second!.Value)).Order());
    }

    [Fact]
    public void Where_nobody_serves_the_district_the_reason_says_so() =>
        Assert.Equal(NoVisitReason.NoVisitorInDistrict, Reason(Assign([At(1, region: Shizhong)], [Visitor(1, Lixia), Visitor(2, Lixia)])));

    [Fact]
    public void Where_one_is_alone_in_the_district_the_reason_says_so() =>
        Assert.Equal(NoVisitReason.NoSecondVisitor, Reason(Assign([At(1)], [Visitor(1, Lixia), Visitor(2, Shizhong)])));

    [Fact]
    public void Where_only_relatives_could_go_the_reason_says_so() => Assert.Equal(
        NoVisitReason.EverybodyIsRelative,
        Reason(Assign([At(1) with { People = [[7]] }], [Visitor(1) with { Kin = [[1], [7]] }, Visitor(2)])));

    [Fact]
    public void Where_the_day_is_none_of_theirs_the_reason_says_so() =>
        Assert.Equal(NoVisitReason.NoDayLeft, Reason(Assign([At(1) with { Latest = Monday.AddDays(-1) }], [Visitor(1), Visitor(2)])));

    [Fact]
    public void When_all_days_are_full_the_rest_is_told()
    {
        var plan = Assign([.. Enumerable.Range(1, 45).Select(id => At(id))], [Visitor(1), Visitor(2)]);

        Assert.Equal(40, plan.Visits.Count);
        Assert.All(plan.Unplanned, u => Assert.Equal(NoVisitReason.NoCapacity, u.Reason));
    }

    [Fact]
    public void A_named_day_and_half_is_kept_though_the_way_gets_longer()
    {
        var named = At(1, north: 1) with { Named = new NamedTime(Monday.AddDays(3), HalfDay.Afternoon) };

        var plan = Assign([named, At(2, north: 2), At(3, north: 3)], [Visitor(1), Visitor(2)]);

        var visit = plan.Visits.Single(v => v.Target == 1);
        Assert.Equal((Monday.AddDays(3), HalfDay.Afternoon), (visit.Day, visit.Half));
    }

    [Fact]
    public void Another_makes_room_for_one_that_has_no_other_day()
    {
        var urgent = Enumerable.Range(9, 8).Select(id => At(id) with { Latest = Monday });
        var patient = Enumerable.Range(1, 8).Select(id => At(id));

        var plan = Assign([.. patient, .. urgent], [Visitor(1), Visitor(2)]);

        Assert.Empty(plan.Unplanned);
        Assert.All(plan.Visits.Where(v => v.Target >= 9), v => Assert.Equal(Monday, v.Day));
    }

    [Fact]
    public void Where_one_of_the_team_is_a_relative_two_others_go()
    {
        var plan = Assign([At(1) with { People = [[7]] }], [Visitor(1) with { Kin = [[7]] }, Visitor(2), Visitor(3)]);

        var team = plan.Teams.Single(t => t.Number == Assert.Single(plan.Visits).Team);
        Assert.Equal((2, 3, true), (team.First, team.Second, team.IsStandIn));
    }

    [Fact]
    public void A_target_without_coordinates_comes_right_behind_the_others_of_its_street()
    {
        var plan = Assign(
            [At(1, north: 1, street: "历山路"), At(2, north: 1.2, street: "历山路"), At(3, north: 3, street: "文化路"), At(4, street: "历山路") with { At = null }],
            [Visitor(1), Visitor(2)]);

        Assert.Equal([1, 2, 4, 3], plan.Visits.Select(v => v.Target));
        Assert.Null(plan.Visits[2].Metres);
    }

    [Fact]
    public void Without_any_coordinates_streets_are_kept_together()
    {
        var targets = Enumerable.Range(1, 16).Select(id => At(id, street: id % 2 == 0 ? "历山路" : "文化路") with { At = null });

        var plan = Assign([.. targets], [Visitor(1), Visitor(2)]);

        Assert.All(plan.Visits.GroupBy(v => v.Day), day => Assert.Single(day.Select(v => v.Target % 2).Distinct()));
    }

    [Fact]
    public void Teams_of_a_district_have_about_the_same_number_of_visits()
    {
        var random = new Random(5);
        var targets = Enumerable.Range(1, 100).Select(id => At(id, north: random.NextDouble() * 5, east: random.NextDouble() * 5));

        var plan = Assign([.. targets], [.. Enumerable.Range(1, 8).Select(id => Visitor(id))]);

        Assert.All(plan.Visits.GroupBy(v => v.Team), team => Assert.InRange(team.Count(), 25 - 4, 25 + 4));
    }

    [Fact]
    public void A_team_of_two_districts_passes_on_what_one_of_them_has_too_much_of()
    {
        var lixia = Enumerable.Range(1, 20).Select(id => At(id, north: id * 0.1));
        var shizhong = Enumerable.Range(21, 40).Select(id => At(id, north: id * 0.1, region: Shizhong));

        var plan = Assign(
            [.. lixia, .. shizhong],
            [Visitor(1), Visitor(2), Visitor(3, Lixia, Shizhong), Visitor(4, Lixia, Shizhong), Visitor(5, Shizhong), Visitor(6, Shizhong)]);

        Assert.Equal(3, plan.Teams.Count);
        Assert.All(plan.Visits.GroupBy(v => v.Team), team => Assert.InRange(team.Count(), 20 - 4, 20 + 4));
    }

    [Fact]
    public void One_may_go_alone_where_no_cash_is_given_and_the_rules_allow_it()
    {
        var rules = new AssignmentRules { InTwos = TwoVisitors.ForCash };

        var plan = VisitAssigner.Assign([At(1), At(2) with { HasCash = true }], [Visitor(1)], rules);

        Assert.Equal(1, Assert.Single(plan.Visits).Target);
        Assert.Equal(NoVisitReason.NoSecondVisitor, Reason(plan));
    }

    [Fact]
    public void An_id_that_comes_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => Assign([At(1), At(1)], [Visitor(1), Visitor(2)]));

    [Fact]
    public void A_minute_on_foot_is_longer_than_the_crow_flies() => Assert.Equal(6, new AssignmentRules().WalkingMinutes(300));

    [Fact]
    public void From_Jinan_to_Qingdao_the_great_circle_is_309_kilometres() => Assert.Equal(
        309, Distance.Metres(new GeoPoint(36.6512, 117.1201, ""), new GeoPoint(36.0671, 120.3826, "")) / 1000, tolerance: 15);

    private static VisitPlan Assign(IReadOnlyCollection<VisitTarget> targets, IReadOnlyCollection<AvailableVisitor> visitors) =>
        VisitAssigner.Assign(targets, visitors, new AssignmentRules());

    private static NoVisitReason Reason(VisitPlan plan) => Assert.Single(plan.Unplanned).Reason;

    /// <summary>So many hundredths of a degree from where the visitors set out.</summary>
    private static VisitTarget At(long id, double north = 0, double east = 0, string region = Lixia, string? street = null) =>
        new(id, region, street, new GeoPoint(Home.Latitude + (north / 100), Home.Longitude + (east / 100), ""));

    private static AvailableVisitor Visitor(long id, params string[] regions) =>
        new(id, regions is [] ? [Lixia] : regions, VisitsADay: 8, [.. Enumerable.Range(0, 5).Select(Monday.AddDays)]) { Start = Home };
}
