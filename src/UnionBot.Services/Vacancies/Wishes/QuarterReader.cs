using System.Buffers;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>
/// Reads a road or quarter within a city: 历城洪楼那一块, 解放路附近. Those of <c>vacancies/quarters.yaml</c> need no word
/// behind them and say their district too.
/// </summary>
public sealed partial class QuarterReader
{
    /// <summary>What may stand before a name and is no part of it.</summary>
    private static readonly SearchValues<char> Before = SearchValues.Create("在去到往找是离有从想就要活个我俺们的做干近");

    /// <summary>As <see cref="Before"/>, in two characters.</summary>
    private static readonly string[] Changes = ["换成", "改成"];

    private readonly WordFinder<Quarter> _known;

    private QuarterReader(WordFinder<Quarter> known) => _known = known;

    /// <exception cref="BrokenFileException">The file is missing, or names an unknown district.</exception>
    public static QuarterReader Load(DataFolder folder, RegionBook regions)
    {
        var known = new Dictionary<string, Quarter>(StringComparer.Ordinal);
        foreach (var (district, list) in DataFile.Read(folder.Understanding("vacancies", "quarters.yaml")).Entries())
        {
            if (regions.Find(district) is not [var region]) throw list.Broken($"'{district}' is no district, or there are several.");
            foreach (var (name, at) in list.Words())
            {
                if (!known.TryAdd(name, new Quarter(name, region.Code))) throw at.Broken($"'{name}' stands here twice.");
            }
        }

        return new QuarterReader(new WordFinder<Quarter>(known));
    }

    /// <param name="text">In plain Chinese.</param>
    /// <param name="rest">The same with a comma in place of every district and trade, none of which is part of a name.</param>
    internal FoundWord<Quarter>? Read(string text, string rest)
    {
        foreach (var found in _known.In(text)) return found;
        if (Named.Match(rest) is not { Success: true } match) return null;

        var name = match.Groups["name"].Value;
        foreach (var change in Changes) name = name[(name.LastIndexOf(change, StringComparison.Ordinal) is >= 0 and var at ? at + change.Length : 0)..];
        name = name[(name.AsSpan().LastIndexOfAny(Before) + 1)..] + match.Groups["kind"].Value;
        var end = match.Groups["kind"].Index + match.Groups["kind"].Length;
        return name.Length < 2 ? null : new FoundWord<Quarter>(end - name.Length, end, new Quarter(name, DistrictCode: null));
    }

    [GeneratedRegex(
        @"(?<name>[\u4e00-\u9fff]{1,4})(?<kind>大街|街道|广场|商圈|软件园|工业园|物流园|产业园|火车站|客运站|西站|东站|大学|路)"
        + @"|(?<name>)(?<kind>高新区|开发区)"
        + @"|(?<name>[\u4e00-\u9fff]{2,4}?)(?<kind>)(那一块|那块|那一片|那片|那边|那儿|附近|周边|一带|旁边|跟前|左近)")]
    private static partial Regex Named { get; }
}

/// <summary>A road, quarter or landmark.</summary>
/// <param name="DistrictCode">The district it is known to lie in; null when it is not known.</param>
public sealed record Quarter(string Name, string? DistrictCode);
