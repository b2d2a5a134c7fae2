using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>
/// Reads a road or quarter within a city: 历城洪楼那一块, 解放路附近. Those of <c>vacancies/quarters.yaml</c> need no word
/// behind them and say their district too.
/// </summary>
internal sealed class QuarterReader
{
    private readonly PlaceWords _words;
    private readonly WordFinder<Quarter> _known;

    private QuarterReader(PlaceWords words, WordFinder<Quarter> known) => (_words, _known) = (words, known);

    /// <exception cref="BrokenFileException">The file is missing, or names an unknown district.</exception>
    public static QuarterReader Load(DataFolder folder, RegionBook regions, PlaceWords words)
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

        return new QuarterReader(words, new WordFinder<Quarter>(known));
    }

    /// <param name="text">In plain Chinese.</param>
    /// <param name="rest">The same with a comma in place of every district and trade, none of which is part of a name.</param>
    public FoundWord<Quarter>? Read(string text, string rest)
    {
        foreach (var found in _known.In(text)) return found;
        if (_words.Named.Match(rest) is not { Success: true } match) return null;

        var name = _words.WithoutBefore(match.Groups["name"].Value) + match.Groups["kind"].Value;
        var end = match.Groups["kind"].Index + match.Groups["kind"].Length;
        return name.Length < 2 ? null : new FoundWord<Quarter>(end - name.Length, end, new Quarter(name, DistrictCode: null));
    }
}

/// <summary>A road, quarter or landmark.</summary>
/// <param name="DistrictCode">The district it is known to lie in; null when it is not known.</param>
internal sealed record Quarter(string Name, string? DistrictCode);
