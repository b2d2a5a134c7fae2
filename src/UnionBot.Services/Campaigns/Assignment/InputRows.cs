namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Puts input in an order of its own, so that the order in which it comes is no matter.</summary>
internal static class InputRows
{
    /// <exception cref="ArgumentException">An id comes twice.</exception>
    public static IReadOnlyList<VisitTarget> Sorted(IReadOnlyCollection<VisitTarget> targets)
    {
        if (targets.DistinctBy(t => t.Id).Count() < targets.Count) throw new ArgumentException("A target comes twice.", nameof(targets));

        return [.. targets.OrderBy(t => t.Id)];
    }

    /// <exception cref="ArgumentException">An id comes twice, or somebody makes no visits at all.</exception>
    public static IReadOnlyList<AvailableVisitor> Sorted(IReadOnlyCollection<AvailableVisitor> visitors)
    {
        if (visitors.DistinctBy(v => v.Id).Count() < visitors.Count) throw new ArgumentException("A visitor comes twice.", nameof(visitors));
        if (visitors.Any(v => v.VisitsADay < 1)) throw new ArgumentException("A visitor makes at least one visit a day.", nameof(visitors));

        return [.. visitors.OrderBy(v => v.Id).Select(v => v with { Days = new SortedSet<DateOnly>(v.Days) })];
    }
}
