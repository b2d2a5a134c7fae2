using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Rules;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>What the law says of hot days, by region, and who works outdoors. Read from <c>templates/weather/rules.yaml</c>.</summary>
public sealed class WeatherRules
{
    private const string Everywhere = "all";

    private readonly IReadOnlyDictionary<string, WeatherRule> _byRegion;

    private WeatherRules(IReadOnlyDictionary<string, WeatherRule> byRegion, IReadOnlyList<string> outdoor, string testAccount) =>
        (_byRegion, Outdoor, TestAccount) = (byRegion, outdoor, testAccount);

    /// <summary>Tags of members who work outdoors.</summary>
    public IReadOnlyList<string> Outdoor { get; }

    /// <summary>The tag of members who are never told anything unasked.</summary>
    public string TestAccount { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static WeatherRules Load(DataFolder folder, RegionBook regions, WindowRules windows)
    {
        var sections = DataFile.Read(Path.Combine(folder.Path, "weather", "rules.yaml")).Sections("rules", "outdoor", "test-account");
        var byRegion = new Dictionary<string, WeatherRule>(StringComparer.Ordinal);
        foreach (var node in sections[0].Items())
        {
            var parts = node.Sections("region", "source", "levels");
            var region = parts[0].Text();
            if (region != Everywhere && regions.ByCode(region) is null) throw parts[0].Broken($"'{region}' is neither {Everywhere} nor the code of a region.");
            var rule = new WeatherRule(parts[1].Text(), [.. parts[2].Items().Select(level => Level(level, windows))]);
            if (!byRegion.TryAdd(region, rule)) throw parts[0].Broken($"'{region}' stands here twice.");
        }

        if (!byRegion.ContainsKey(Everywhere)) throw sections[0].Broken($"A rule for the region {Everywhere} is missing.");
        return new WeatherRules(byRegion, [.. sections[1].Items().Select(item => item.Text())], sections[2].Text());
    }

    /// <summary>What a day calls for in a district: by its own rule, else by that of its city, of its province, of the country.</summary>
    /// <returns>Null on a day like others.</returns>
    public WeatherNeed? For(RegionName region, decimal? highest, decimal? lowest, RegionBook regions)
    {
        var rule = RuleOf(region, regions);
        return rule.Levels.FirstOrDefault(level => level.When.Weather!.IsMet(highest, lowest)) is { } met ? new WeatherNeed(met.When.Text, met.Text, rule.Source) : null;
    }

    private WeatherRule RuleOf(RegionName? region, RegionBook regions)
    {
        for (; region is not null; region = region.ParentCode is { } parent ? regions.ByCode(parent) : null)
        {
            if (_byRegion.TryGetValue(region.Code, out var rule)) return rule;
        }

        return _byRegion[Everywhere];
    }

    private static WeatherLevel Level(DataNode node, WindowRules windows)
    {
        var parts = node.Sections("when", "text");
        return windows.TryRead(parts[0].Text(), out var rule, out _) && rule.Weather is not null
            ? new WeatherLevel(rule, parts[1].Text())
            : throw parts[0].Broken($"'{parts[0].Text()}' is no rule of the weather; write 日最高≥37℃.");
    }
}

/// <param name="Levels">The first that a day meets counts.</param>
internal sealed record WeatherRule(string Source, IReadOnlyList<WeatherLevel> Levels);

internal sealed record WeatherLevel(WindowRule When, string Text);

/// <summary>What a day's weather calls for.</summary>
/// <param name="Limit">The limit that is met: 日最高≥37℃.</param>
/// <param name="Text">What people who work outdoors are told.</param>
/// <param name="Source">Where that stands.</param>
public sealed record WeatherNeed(string Limit, string Text, string Source);
