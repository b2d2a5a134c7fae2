using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Puts visitors together so that both serve a district and can go on the same days.</summary>
internal sealed class TeamPairing
{
    /// <summary>A partner with nearly as many days in common is as good, and may fit the districts better.</summary>
    private const double NearlyAsMany = 0.8;

    private readonly AssignmentRules _rules;
    private readonly List<AvailableVisitor> _free;
    private readonly Dictionary<string, int> _needs;
    private readonly List<AvailableVisitor[]> _teams = [];

    /// <param name="targets">Those that take two count for twos; by id.</param>
    /// <param name="visitors">By id.</param>
    private TeamPairing(IEnumerable<VisitTarget> targets, IEnumerable<AvailableVisitor> visitors, AssignmentRules rules)
    {
        _rules = rules;
        _free = [.. visitors];
        _needs = targets.Where(rules.TakesTwo).GroupBy(t => t.Region).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>Twos, and behind them whoever may go alone. A visitor is in one team at most.</summary>
    public static IReadOnlyList<AvailableVisitor[]> Of(
        IEnumerable<VisitTarget> targets, IEnumerable<AvailableVisitor> visitors, AssignmentRules rules)
    {
        var pairing = new TeamPairing(targets, visitors, rules);
        while (pairing.MadeOne()) { }

        if (rules.InTwos == TwoVisitors.ForCash) pairing._teams.AddRange(pairing._free.Select(v => new[] { v }));
        return pairing._teams;
    }

    /// <summary>A district that nobody serves yet comes first, and of these the one with the fewest to choose from.</summary>
    private bool MadeOne()
    {
        var regions = _needs.Keys
            .Select(r => (Region: r, Coverage: Capacity(r) / _needs[r], Free: _free.Where(v => v.Serves(r)).ToArray()))
            .Where(r => r.Free.Length > 1 && (_rules.InTwos == TwoVisitors.Always || r.Coverage < 1))
            .OrderBy(r => r.Coverage).ThenBy(r => r.Free.Length).ThenBy(r => r.Region, StringComparer.Ordinal);
        foreach (var region in regions)
        {
            if (PairIn(region.Free) is not { } pair) continue;

            _teams.Add(pair);
            _free.RemoveAll(pair.Contains);
            return true;
        }

        return false;
    }

    /// <summary>A team of two districts counts for half in each, else both would seem served and be left with too few.</summary>
    private double Capacity(string region) =>
        _teams.Where(t => t.All(v => v.Serves(region))).Sum(t => VisitsOf(t[0], t[1]) / (double)InCommon(t[0], t[1]));

    /// <summary>The one with the fewest other districts chooses first; null when no two have a day in common.</summary>
    private AvailableVisitor[]? PairIn(AvailableVisitor[] candidates)
    {
        foreach (var first in candidates.OrderBy(Breadth).ThenByDescending(v => v.Days.Count).ThenBy(v => v.Id))
        {
            var partners = candidates
                .Where(v => v.Id != first.Id)
                .Select(v => (Visitor: v, Visits: VisitsOf(first, v)))
                .Where(p => p.Visits > 0)
                .ToArray();
            if (partners.Length == 0) continue;

            var most = partners.Max(p => p.Visits);
            var second = partners
                .Where(p => p.Visits >= most * NearlyAsMany)
                .OrderBy(p => Breadth(p.Visitor) - InCommon(first, p.Visitor))
                .ThenBy(p => Apart(first.Start, p.Visitor.Start))
                .ThenByDescending(p => p.Visits)
                .ThenBy(p => p.Visitor.Id)
                .First();
            return [first, second.Visitor];
        }

        return null;
    }

    /// <summary>How many of the districts that need somebody the visitor serves.</summary>
    private int Breadth(AvailableVisitor visitor) => _needs.Keys.Count(visitor.Serves);

    private int InCommon(AvailableVisitor one, AvailableVisitor other) => _needs.Keys.Count(r => one.Serves(r) && other.Serves(r));

    private int VisitsOf(AvailableVisitor one, AvailableVisitor other) =>
        one.Days.Intersect(other.Days).Count() * Math.Min(_rules.MostVisitsADay, Math.Min(one.VisitsADay, other.VisitsADay));

    private static double Apart(GeoPoint? one, GeoPoint? other) =>
        one is { } here && other is { } there ? Distance.Metres(here, there) : 0;
}
