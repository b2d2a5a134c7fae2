namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>The nearest others of the same district, for each target.</summary>
internal static class Neighbours
{
    /// <summary>So many metres at least lie between two places for each degree of latitude between them.</summary>
    private const double MetresOfDegree = 111_000;

    public static Stop[][] Of(IReadOnlyList<Stop> stops, int most)
    {
        var neighbours = new Stop[stops.Count][];
        foreach (var region in stops.GroupBy(s => s.Target.Region))
        {
            var sorted = region
                .OrderBy(s => s.Point?.Latitude)
                .ThenBy(s => s.Target.Street, StringComparer.Ordinal)
                .ThenBy(s => s.Index)
                .ToArray();
            for (var i = 0; i < sorted.Length; i++) neighbours[sorted[i].Index] = Nearest(sorted, i, most);
        }

        return neighbours;
    }

    /// <summary>Goes north and south by turns until nothing nearer can come.</summary>
    private static Stop[] Nearest(Stop[] sorted, int i, int most)
    {
        var nearest = new PriorityQueue<Stop, (double Metres, int Index)>();
        for (var step = 1; i - step >= 0 || i + step < sorted.Length; step++)
        {
            var isAnyNearer = Look(sorted, i, i - step, most, nearest) | Look(sorted, i, i + step, most, nearest);
            if (!isAnyNearer) break;
        }

        return [.. nearest.UnorderedItems.OrderByDescending(n => n.Priority).Select(n => n.Element)];
    }

    /// <returns>Whether something nearer may lie further on.</returns>
    private static bool Look(Stop[] sorted, int i, int other, int most, PriorityQueue<Stop, (double Metres, int Index)> nearest)
    {
        if (other < 0 || other >= sorted.Length) return false;

        var (here, there) = (sorted[i], sorted[other]);
        var isFull = nearest.TryPeek(out _, out var worst) && nearest.Count >= most;
        var north = here.Point is { } p && there.Point is { } q ? Math.Abs(p.Latitude - q.Latitude) * MetresOfDegree : Math.Abs(i - other);
        if (isFull && north > -worst.Metres) return false;

        // The furthest is on top: priorities are turned round.
        nearest.Enqueue(there, (-here.MetresTo(there), -there.Index));
        if (nearest.Count > most) nearest.Dequeue();
        return true;
    }
}
