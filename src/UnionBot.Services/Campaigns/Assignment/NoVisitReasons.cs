namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Says why nobody was found for a target.</summary>
/// <param name="visitors">With the days that are left to them.</param>
internal sealed class NoVisitReasons(IReadOnlyList<AvailableVisitor> visitors, AssignmentRules rules)
{
    public NoVisitReason Of(Stop stop)
    {
        var needed = rules.TakesTwo(stop.Target) ? 2 : 1;
        var serving = visitors.Where(v => v.Serves(stop.Target.Region)).ToArray();
        if (serving.Length == 0) return NoVisitReason.NoVisitorInDistrict;
        if (serving.Length < needed) return NoVisitReason.NoSecondVisitor;

        var able = serving.Where(v => !v.IsKinOf(stop.Target)).ToArray();
        if (able.Length < needed) return NoVisitReason.EverybodyIsRelative;

        var isAnyDay = able
            .SelectMany(v => v.Days)
            .Where(d => d >= stop.Earliest && d <= stop.Latest)
            .GroupBy(d => d)
            .Any(d => d.Count() >= needed);
        return isAnyDay ? NoVisitReason.NoCapacity : NoVisitReason.NoDayLeft;
    }
}
