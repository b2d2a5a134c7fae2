namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Cuts the targets of a district into groups that lie close together and are equally large.</summary>
internal static class DayClusters
{
    /// <summary>Across the longer side each time, so that the groups come out roundish and equally large.</summary>
    /// <param name="parts">At most as many as there are stops.</param>
    public static IEnumerable<IReadOnlyList<Stop>> Cut(IReadOnlyList<Stop> stops, int parts)
    {
        if (parts == 1) return [stops];

        var left = parts / 2;
        var sorted = (IsWide(stops) ? stops.OrderBy(s => s.Point?.Longitude) : stops.OrderBy(s => s.Point?.Latitude))
            .ThenBy(s => s.Target.Street, StringComparer.Ordinal)
            .ThenBy(s => s.Index)
            .ToArray();
        var middle = (int)((long)sorted.Length * left / parts);
        return Cut(sorted[..middle], left).Concat(Cut(sorted[middle..], parts - left));
    }

    private static bool IsWide(IReadOnlyList<Stop> stops)
    {
        if (stops[0].Point is not { } here) return false;

        var narrowing = Math.Cos(here.Latitude * Math.PI / 180);
        return Width(stops, s => s.Point?.Longitude ?? 0) * narrowing > Width(stops, s => s.Point?.Latitude ?? 0);
    }

    private static double Width(IReadOnlyList<Stop> stops, Func<Stop, double> side) => stops.Max(side) - stops.Min(side);
}
