using System.Collections.Frozen;
using System.Globalization;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>All time limits that the bot knows.</summary>
public sealed class LimitBook(IReadOnlyList<LimitRule> rules)
{
    private static readonly FrozenSet<string> Keys =
        ["id", "matter", "from", "length", "most", "whose", "topics", "law", "article", "since", "certainty"];

    public IReadOnlyList<LimitRule> Rules { get; } = rules;

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static LimitBook Load(DataFolder folder)
    {
        var top = DataFile.Read(Path.Combine(folder.Path, "legal-aid", "limits.yaml"));
        var rules = new List<LimitRule>();
        foreach (var node in top.Items())
        {
            var rule = ReadOne(node);
            if (rules.Exists(r => r.Id == rule.Id)) throw node.Broken($"'{rule.Id}' stands here twice.");
            rules.Add(rule);
        }

        return new LimitBook(rules);
    }

    /// <summary>The limit of an id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public LimitRule this[string id] => Rules.Single(r => r.Id == id);

    private static LimitRule ReadOne(DataNode node)
    {
        var fields = node.Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        foreach (var (key, value) in fields)
        {
            if (!Keys.Contains(key)) throw value.Broken($"'{key}' is not known here; allowed are {string.Join(", ", Keys.Order(StringComparer.Ordinal))}.");
        }

        return new LimitRule(
            Field("id").Text(), Field("matter").Text(), EventIn(Field("from")), LengthIn(Field("length")), OwnerIn(Field("whose")), TopicsIn(), SourceIn())
        {
            Most = fields.TryGetValue("most", out var most) ? LengthIn(most) : null,
        };

        DataNode Field(string key) => fields.TryGetValue(key, out var value) ? value : throw node.Broken($"'{key}' is missing.");

        string[] TopicsIn() => fields.TryGetValue("topics", out var topics) ? [.. topics.Items().Select(t => t.Text())] : [];

        LimitSource SourceIn() => new(Field("law").Text(), Field("article").Text(), DayIn(Field("since")), IsCertain(Field("certainty")));
    }

    internal static LimitEvent EventIn(DataNode node) => EventNamed(node.Text()) ?? throw node.Broken($"'{node.Text()}' is nothing that a limit is counted from.");

    internal static LimitEvent? EventNamed(string name) =>
        Enum.TryParse<LimitEvent>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var found) ? found : null;

    private static LimitLength LengthIn(DataNode node) =>
        node.Text().Split(' ') is [var count, var unit]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        && Enum.TryParse<LimitUnit>(unit.TrimEnd('s') + "s", ignoreCase: true, out var known)
            ? new LimitLength(number, known)
            : throw node.Broken("Expected a length like 15 days, 6 months or 1 year.");

    private static LimitOwner OwnerIn(DataNode node) =>
        Enum.TryParse<LimitOwner>(node.Text(), ignoreCase: true, out var owner) ? owner : throw node.Broken("Expected worker, employer or authority.");

    private static bool IsCertain(DataNode node) => node.Text() switch
    {
        "high" => true,
        "medium" => false,
        _ => throw node.Broken("Expected high or medium."),
    };

    private static DateOnly DayIn(DataNode node) =>
        DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Broken("Expected a day like 2008-05-01.");
}
