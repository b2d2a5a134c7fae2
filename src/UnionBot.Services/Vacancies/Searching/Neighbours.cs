using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Which districts border on each other and which trades can stand in for each other, from <c>vacancies/neighbours.yaml</c>.</summary>
public sealed class Neighbours
{
    private readonly Dictionary<string, HashSet<string>> _districts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _trades = new(StringComparer.Ordinal);

    private Neighbours() { }

    /// <summary>Trades of building sites.</summary>
    public IReadOnlyList<string> OfSites { get; private set; } = [];

    /// <exception cref="BrokenFileException">The file is missing, or names an unknown trade or district.</exception>
    public static Neighbours Load(DataFolder folder, TradeTable trades, RegionBook regions)
    {
        var neighbours = new Neighbours();
        var known = trades.All.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (kind, list) in DataFile.Read(folder.Understanding("vacancies", "neighbours.yaml")).Entries())
        {
            if (kind == "site")
            {
                neighbours.OfSites = [.. list.Words().Select(w => Known(w, known.Contains(w.Word) ? w.Word : null))];
                continue;
            }

            foreach (var row in list.Items())
            {
                switch (kind)
                {
                    case "districts": Join(neighbours._districts, row, name => regions.Find(name) is [var one, ..] ? one.Code : null); break;
                    case "trades": Join(neighbours._trades, row, name => known.Contains(name) ? name : null); break;
                    default: throw list.Broken($"'{kind}' is not known here; allowed are districts, trades and site.");
                }
            }
        }

        foreach (var group in trades.All.GroupBy(t => t.Group, StringComparer.Ordinal))
        {
            foreach (var trade in group) neighbours._trades.TryAdd(trade.Name, [.. group.Select(t => t.Name)]);
        }

        return neighbours;
    }

    /// <summary>A district's neighbours by code; none where nothing is known.</summary>
    public IReadOnlyCollection<string> OfDistrict(string code) => _districts.TryGetValue(code, out var neighbours) ? neighbours : [];

    /// <summary>What can stand in for a trade.</summary>
    public IReadOnlyCollection<string> OfTrade(string name) => _trades.TryGetValue(name, out var neighbours) ? neighbours : [];

    private static void Join(Dictionary<string, HashSet<string>> all, DataNode row, Func<string, string?> find)
    {
        var members = row.Words().Select(w => Known(w, find(w.Word))).ToList();
        foreach (var member in members)
        {
            if (!all.TryGetValue(member, out var neighbours)) all.Add(member, neighbours = new HashSet<string>(StringComparer.Ordinal));
            neighbours.UnionWith(members);
        }
    }

    private static string Known((string Word, DataNode At) written, string? found) =>
        found ?? throw written.At.Broken($"'{written.Word}' is not known.");
}
