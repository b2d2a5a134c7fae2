using FsCheck;
using FsCheck.Fluent;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

public sealed class AssignmentPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(Effort.Of(300, 3000));

    [Fact]
    public void Every_target_is_in_the_plan_once_and_no_rule_is_broken() => Prop.ForAll(Seeds, seed =>
    {
        var campaign = InventedCampaign.Of(seed);
        var faults = PlanFaults.In(campaign.Plan(), campaign);
        return (faults.Count == 0).Label(string.Join('\n', faults));
    }).Check(Often);

    [Fact]
    public void The_order_in_which_rows_come_changes_nothing() => Prop.ForAll(Seeds, seed =>
    {
        var campaign = InventedCampaign.Of(seed);
        return Text(campaign.Plan()) == Text(campaign.Shuffled(seed + 1).Plan());
    }).Check(Often);

    [Fact]
    public void A_reason_is_true_of_the_input() => Prop.ForAll(Seeds, seed =>
    {
        var campaign = InventedCampaign.Of(seed);
        return campaign.Plan().Unplanned.All(u => ReasonOf(campaign.Targets.Single(t => t.Id == u.Target), campaign) == u.Reason);
    }).Check(Often);

    [Fact]
    public void No_team_that_has_room_leaves_a_target_that_it_may_visit() => Prop.ForAll(Seeds, LeavesNobody).Check(Often);

    [Theory]
    [InlineData(853682605)]
    [InlineData(2128471959)]
    [InlineData(1402178809)]
    public void A_day_opened_for_one_is_offered_to_those_left_over_before(int seed) => Assert.True(LeavesNobody(seed));

    [Fact]
    public void A_change_breaks_no_rule_keeps_what_is_done_and_tells_every_move() => Prop.ForAll(Seeds, seed =>
    {
        var (campaign, random) = (InventedCampaign.Of(seed), new Random(seed));
        var plan = campaign.Plan();
        var today = InventedCampaign.FirstDay.AddDays(random.Next(3));
        var change = new PlanChange(today)
        {
            Done = [.. plan.Visits.Where(v => v.Day <= today && random.Next(3) > 0).Select(v => v.Target)],
            Absences = [.. campaign.Visitors.Where(_ => random.Next(4) == 0).Select(v => new Absence(v.Id, today, today.AddDays(2)))],
            StoppedDays = random.Next(3) == 0 ? [today.AddDays(1)] : [],
        };
        var changed = VisitReassigner.Reassign(plan, change, campaign.Targets, campaign.Visitors, campaign.Rules);
        var faults = ChangeFaults.In(plan, change, changed, campaign);
        return (faults.Count == 0).Label(string.Join('\n', faults));
    }).Check(Often);

    private static bool LeavesNobody(int seed)
    {
        var campaign = InventedCampaign.Of(seed);
        var plan = campaign.Plan();
        return plan.Unplanned.All(u => !CouldGo(plan, campaign, campaign.Targets.Single(t => t.Id == u.Target)));
    }

    private static string Text(VisitPlan plan) =>
        string.Join('\n', plan.Teams) + string.Join('\n', plan.Visits) + string.Join('\n', plan.Unplanned);

    private static NoVisitReason ReasonOf(VisitTarget target, InventedCampaign campaign)
    {
        var needed = campaign.Rules.InTwos == TwoVisitors.Always || target.HasCash ? 2 : 1;
        var serving = campaign.Visitors.Where(v => v.Regions.Contains(target.Region) || v.Regions.Contains("370100")).ToArray();
        var able = serving.Where(v => !v.Kin.Any(k => target.People.Any(p => p.SequenceEqual(k)))).ToArray();
        var days = able.SelectMany(v => v.Days).Where(d => IsInTime(target, d)).GroupBy(d => d);
        return serving.Length == 0 ? NoVisitReason.NoVisitorInDistrict
            : serving.Length < needed ? NoVisitReason.NoSecondVisitor
            : able.Length < needed ? NoVisitReason.EverybodyIsRelative
            : days.All(d => d.Count() < needed) ? NoVisitReason.NoDayLeft
            : NoVisitReason.NoCapacity;
    }

    /// <summary>Only targets without a named half: a half may be full while the day is not.</summary>
    private static bool CouldGo(VisitPlan plan, InventedCampaign campaign, VisitTarget target) =>
        target.Named?.Half is null && plan.Visits.GroupBy(v => (v.Team, v.Day)).Any(day =>
        {
            var members = PlanFaults.Members(plan, day.Key.Team).Select(m => campaign.Visitors.Single(v => v.Id == m)).ToArray();
            return day.Count() < Math.Min(campaign.Rules.MostVisitsADay, members.Min(m => m.VisitsADay))
                && IsInTime(target, day.Key.Day)
                && (members.Length == 2 || (campaign.Rules.InTwos == TwoVisitors.ForCash && !target.HasCash))
                && members.All(m => m.Regions.Contains(target.Region) || m.Regions.Contains("370100"))
                && !members.Any(m => m.Kin.Any(k => target.People.Any(p => p.SequenceEqual(k))));
        });

    private static bool IsInTime(VisitTarget target, DateOnly day) => target.Named is { } named
        ? day == named.Day
        : day >= (target.Earliest ?? day) && day <= (target.Latest ?? day);
}
