namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Where in the order of a day the morning ends, so that every named half is kept and neither half is too long.</summary>
internal static class HalfDays
{
    /// <summary>How many visits lie in the morning, nearest to half of them; null when the order keeps not every named half.</summary>
    public static int? MorningOf(IReadOnlyList<Stop> order, int mostAHalf)
    {
        var (least, most) = (Math.Max(0, order.Count - mostAHalf), Math.Min(order.Count, mostAHalf));
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Half == HalfDay.Morning) least = Math.Max(least, i + 1);
            if (order[i].Half == HalfDay.Afternoon) most = Math.Min(most, i);
        }

        return least <= most ? Math.Clamp((order.Count + 1) / 2, least, most) : null;
    }

    /// <summary>Whether the order keeps every named half with one more stop at this place; how full it is, is no matter here.</summary>
    public static bool AllowAt(List<Stop> order, Stop stop, int at, int mostAHalf)
    {
        if (stop.Half is null && !order.Exists(s => s.Half is not null)) return true;

        List<Stop> longer = [.. order[..at], stop, .. order[at..]];
        return MorningOf(longer, mostAHalf) is not null;
    }

    /// <summary>What is done, then the named mornings, then the others, then the named afternoons; each in the order they have.</summary>
    public static void Sort(List<Stop> order)
    {
        var sorted = order.OrderBy(s => s.IsDone ? 0 : s.Half switch { HalfDay.Morning => 1, null => 2, _ => 3 }).ToArray();
        order.Clear();
        order.AddRange(sorted);
    }
}
