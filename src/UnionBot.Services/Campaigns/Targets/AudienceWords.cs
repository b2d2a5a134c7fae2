using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Sites;

namespace UnionBot.Services.Campaigns.Targets;

/// <summary>
/// Reads who is meant, as staff write it: 在档 且 (深度困难 或 相对困难) 且 历下、市中 且 近12个月未获500元以上. Clauses are joined by 且;
/// within one, what is named means any of it. Nothing is guessed: a clause that is not understood is given back.
/// </summary>
public sealed partial class AudienceWords
{
    private static readonly char[] Separators = ['、', ',', '，', '/', '或', '和', '(', ')', '（', '）', ' ', '　'];

    private readonly Dictionary<string, HardshipClass> _classes;
    private readonly Dictionary<string, VisitLabels> _labels;
    private readonly Dictionary<string, WorkSiteKind> _sites;
    private readonly HashSet<string> _active;

    private AudienceWords(IReadOnlyList<DataNode> parts)
    {
        (_classes, _labels, _sites) = (Words<HardshipClass>(parts[0]), Words<VisitLabels>(parts[1]), Words<WorkSiteKind>(parts[2]));
        _active = [.. parts[3].Items().Select(item => item.Text())];
    }

    /// <exception cref="BrokenFileException">The file of words is missing or wrong.</exception>
    public static AudienceWords Load(DataFolder folder) =>
        new(DataFile.Read(folder.Understanding("campaigns", "audience.yaml")).Sections("classes", "labels", "sites", "active"));

    /// <param name="region">The code of a region that is named; null when there is none, or it is not said which.</param>
    public ReadAudience Read(string words, Func<string, string?> region)
    {
        var rule = new AudienceRule();
        foreach (var clause in words.Normalize(System.Text.NormalizationForm.FormKC).Split(["且", "并且", ";", "；"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadOne(rule, clause, region) is not { } read) return new ReadAudience(rule, clause);
            rule = read;
        }

        return new ReadAudience(rule, null);
    }

    /// <returns>Null when something of the clause says nothing.</returns>
    private AudienceRule? ReadOne(AudienceRule rule, string clause, Func<string, string?> region)
    {
        if (Helped().Match(string.Concat(clause.Where(c => !char.IsWhiteSpace(c)))) is { Success: true } helped) return WithBefore(rule, helped);

        foreach (var word in clause.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (With(rule, word, region) is not { } next) return null;
            rule = next;
        }

        return rule;
    }

    private AudienceRule? With(AudienceRule rule, string word, Func<string, string?> region)
    {
        if (_active.Contains(word)) return rule;
        if (_classes.TryGetValue(word, out var @class)) return rule with { Classes = [.. rule.Classes, @class] };
        if (_labels.TryGetValue(word, out var label)) return rule with { Labels = rule.Labels | label };
        if (_sites.TryGetValue(word, out var site)) return rule with { Sites = [.. rule.Sites, site] };

        return region(word) is { } code ? rule with { Regions = [.. rule.Regions, code] } : null;
    }

    /// <summary>近12个月未获500元以上, 近一年没有领过≥500元.</summary>
    private static AudienceRule? WithBefore(AudienceRule rule, Match helped)
    {
        if (ChineseNumber.Read(helped.Groups["n"].Value) is not (> 0 and <= 60 and var count)) return null;

        var months = helped.Groups["unit"].Value == "年" ? (int)count * 12 : (int)count;
        var yuan = helped.Groups["yuan"].Success ? long.Parse(helped.Groups["yuan"].Value, CultureInfo.InvariantCulture) : 0;
        return rule with { Before = new HelpedBefore(months, Math.Max(1, yuan * 100)) };
    }

    private static Dictionary<string, T> Words<T>(DataNode node)
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, list) in node.Entries())
        {
            if (!Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var meaning)) throw list.Broken($"'{name}' is not known here.");
            foreach (var item in list.Items())
            {
                if (!words.TryAdd(item.Text(), meaning)) throw item.Broken($"'{item.Text()}' stands twice.");
            }
        }

        return words;
    }

    [GeneratedRegex("^近(?<n>[0-9一二两三四五六七八九十]{1,3})(?:个)?(?<unit>月|年)内?(?:未获|未获得|没有获得|没有领过|没领过|未领取)(?:过)?(?:慰问|帮扶|救助)?(?:≥|>=|超过|满)?(?:(?<yuan>[0-9]{1,7})元?(?:以上)?)?(?:的)?$")]
    private static partial Regex Helped();
}
