using System.Diagnostics;
using System.Globalization;
using UnionBot.Benchmarks.Report;
using UnionBot.Benchmarks.Visits;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Benchmarks.Parts;

/// <summary>A winter's visits given to visitors, beside a list that is sorted by district and dealt out.</summary>
internal sealed class AssignPart : IPart
{
    private const double GoalSeconds = 5;

    /// <summary>Of the metres that the dealt list takes.</summary>
    private const double GoalMetres = 0.5;

    public string Name => "assign";

    public string Summary => $"{InventedWinter.Households:N0} visits given to {InventedWinter.People} visitors, and the ways they take";

    public Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var winter = InventedWinter.New();
        var plan = VisitAssigner.Assign(winter.Targets, winter.Visitors, new AssignmentRules());
        var (ours, bare, change) = (new List<double>(), new List<double>(), new List<double>());
        IReadOnlyList<VisitTarget[]> dealt = [];
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            ours.Add(Seconds(() => plan = VisitAssigner.Assign(winter.Targets, winter.Visitors, new AssignmentRules())));
            bare.Add(Seconds(() => dealt = DealtOut.Days(winter, plan)));
            change.Add(Seconds(() => Reassign(winter, plan)));
        }

        var targets = winter.Targets.ToDictionary(t => t.Id);
        var days = plan.Visits.GroupBy(v => (v.Team, v.Day)).Select(d => d.Select(v => targets[v.Target]).ToArray()).ToArray();
        var (metres, dealtMetres) = (days.Sum(Metres), dealt.Sum(Metres));
        Print(plan, ours, bare, change, days.Length, metres, dealt.Count, dealtMetres);
        return Task.FromResult<IReadOnlyList<Verdict>>(
        [
            Verdict.Below("visits assigned", Median.Of(ours), "s", GoalSeconds),
            Verdict.Below("metres ÷ dealt out", metres / dealtMetres, "×", GoalMetres),
            Verdict.None("visits without a team", plan.Unplanned.Count),
        ]);
    }

    /// <summary>One visitor is ill for a week.</summary>
    private static void Reassign(InventedWinter winter, VisitPlan plan)
    {
        var ill = new Absence(plan.Teams[0].First, winter.Days[7], winter.Days[13]);
        VisitReassigner.Reassign(plan, new PlanChange(winter.Days[0]) { Absences = [ill] }, winter.Targets, winter.Visitors, new AssignmentRules());
    }

    /// <summary>Between the households of a day whose coordinates are known, in the day's order.</summary>
    private static double Metres(VisitTarget[] day)
    {
        var known = day.Where(t => t.At is not null).ToArray();
        return known.Zip(known.Skip(1), (one, other) => Distance.Metres(one.At!.Value, other.At!.Value)).Sum();
    }

    private static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Print(
        VisitPlan plan, List<double> ours, List<double> bare, List<double> change, int days, double metres, int dealtDays, double dealtMetres)
    {
        var standIns = plan.Teams.Where(t => t.IsStandIn).Select(t => t.Number).ToHashSet();
        var loads = plan.Visits.Where(v => !standIns.Contains(v.Team)).GroupBy(v => v.Team).Select(t => t.Count()).Order().ToArray();
        var table = new Table("", "seconds", "team days", "km between households");
        table.Add("assigned", Text(Median.Of(ours), "F3"), Text(days, "F0"), Text(metres / 1000, "F0"));
        table.Add("dealt out", Text(Median.Of(bare), "F3"), Text(dealtDays, "F0"), Text(dealtMetres / 1000, "F0"));
        table.Add("one ill for a week", Text(Median.Of(change), "F3"), "", "");
        table.Print();
        Console.WriteLine($"  {loads[0]} to {loads[^1]} visits a team, median {loads[loads.Length / 2]}, {standIns.Count} stand-ins apart; {plan.Unplanned.Count} without a team.");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
