using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>
/// Where targets without coordinates are ranked: in the middle of the others of their street, else of their district.
/// Nobody is told of these places, they only put neighbours beside each other.
/// </summary>
internal sealed class StreetPoints
{
    private readonly Dictionary<(string Region, string? Street), GeoPoint> _streets;
    private readonly Dictionary<string, GeoPoint> _regions;

    /// <param name="targets">By id, so that sums are rounded the same way each time.</param>
    public StreetPoints(IReadOnlyList<VisitTarget> targets)
    {
        var located = targets.Where(t => t.At is not null).ToArray();
        _streets = located.Where(t => t.Street is not null).GroupBy(t => (t.Region, t.Street)).ToDictionary(g => g.Key, Middle);
        _regions = located.GroupBy(t => t.Region).ToDictionary(g => g.Key, Middle);
    }

    /// <param name="index">Its place among all targets by id.</param>
    public Stop StopOf(VisitTarget target, int index, bool isDone = false, bool nameIsLost = false)
    {
        var (point, isVague) = Of(target);
        return new Stop(target, index, point, isVague) { IsDone = isDone, NameIsLost = nameIsLost };
    }

    /// <returns>The place, and whether it is no better than the district's.</returns>
    private (GeoPoint? Point, bool IsVague) Of(VisitTarget target)
    {
        if (target.At is { } own) return (own, false);
        if (_streets.TryGetValue((target.Region, target.Street), out var street)) return (street, false);

        return (_regions.TryGetValue(target.Region, out var region) ? region : null, true);
    }

    private static GeoPoint Middle(IEnumerable<VisitTarget> targets) => new(
        targets.Average(t => t.At!.Value.Latitude), targets.Average(t => t.At!.Value.Longitude), "");
}
