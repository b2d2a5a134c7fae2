using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Services.Campaigns.Targets;

namespace UnionBot.Services.Campaigns.Definitions;

/// <summary>All kinds of campaigns: <c>templates/campaigns/*.yaml</c>, a file each.</summary>
public sealed partial class CampaignBook
{
    private const int MostCount = 10_000;

    private CampaignBook(IReadOnlyList<CampaignKind> kinds) => Kinds = kinds;

    public IReadOnlyList<CampaignKind> Kinds { get; }

    /// <exception cref="BrokenFileException">A file is wrong: names file, line and reason.</exception>
    public static CampaignBook Load(DataFolder folder, AudienceWords audiences) => new(
    [
        .. Directory.GetFiles(Path.Combine(folder.Path, "campaigns"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => ReadOne(Path.GetFileNameWithoutExtension(path), DataFile.Read(path), audiences)),
    ]);

    /// <returns>Null when there is no kind of this id.</returns>
    public CampaignKind? Find(string id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    private static CampaignKind ReadOne(string id, DataNode top, AudienceWords audiences)
    {
        var parts = top.Sections("title", "visits", "from", "until", "audience", "stages", "kit", "rules");
        var kind = new CampaignKind(id, parts[0].Text(), Word<VisitedKind>(parts[1]), parts[2].Text(), parts[3].Text(), parts[4].Text())
        {
            Stages = [.. parts[5].Items().Select(StageIn)],
            Kit = [.. parts[6].Items().Select(KitIn)],
            Rules = RulesIn(parts[7]),
        };
        if (kind.Stages.Count == 0) throw parts[5].Broken("A campaign needs stages.");
        if (audiences.Read(kind.Audience, region: _ => null).Unread is { } unread) throw parts[4].Broken($"'{unread}' says nothing about who is meant.");
        return kind;
    }

    private static StagePlan StageIn(DataNode node)
    {
        var parts = node.Sections("title", "from", "until", "gate");
        return new StagePlan(Short(parts[0], CampaignStage.LongestTitle), DayIn(parts[1]), DayIn(parts[2]), Word<StageGate>(parts[3]));
    }

    /// <summary>One thing of a kit: item, unit, count.</summary>
    /// <exception cref="BrokenFileException">It is none.</exception>
    public static KitPlan KitIn(DataNode node)
    {
        var parts = node.Sections("item", "unit", "count");
        return new KitPlan(Short(parts[0], StockItem.LongestName), Short(parts[1], StockItem.LongestUnit), Number(parts[2], 1, MostCount));
    }

    private static VisitRules RulesIn(DataNode node)
    {
        var parts = node.Sections("together", "a-day", "metres", "call-back-percent", "call-back-over");
        return new VisitRules(Number(parts[0], 1, 4), Number(parts[1], 1, 20), Number(parts[2], 10, 10_000), Number(parts[3], 0, 100), Number(parts[4], 0, 1_000_000) * 100L);
    }

    /// <summary>开始, 结束, 开始前30天, 结束后7天.</summary>
    private static StageDay DayIn(DataNode node)
    {
        if (Day().Match(node.Text()) is not { Success: true } match) throw node.Broken("Expected a day like 开始, 结束, 开始前30天 or 结束后7天.");

        var days = match.Groups["n"].Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        return new StageDay(match.Groups["edge"].Value == "结束", match.Groups["side"].Value == "前" ? -days : days);
    }

    private static T Word<T>(DataNode node)
        where T : struct, Enum =>
        Enum.TryParse<T>(node.Text().Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var found) && Enum.IsDefined(found)
            ? found
            : throw node.Broken($"'{node.Text()}' is not known here; allowed are {string.Join(", ", Enum.GetNames<T>().Select(Kebab))}.");

    private static string Short(DataNode node, int longest) =>
        node.Text() is var text && text.Length <= longest ? text : throw node.Broken($"Longer than {longest} characters.");

    private static int Number(DataNode node, int least, int most) =>
        int.TryParse(node.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw node.Broken($"Expected a number from {least} to {most}.");

    private static string Kebab(string name) => Humps().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("^(?<edge>开始|结束)(?:(?<side>前|后)(?<n>[0-9]{1,3})天)?$")]
    private static partial Regex Day();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
