using UnionBot.Chat.Understanding;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>
/// All regions by code and by the names people write: 历下区, 历下, 济南历下区, 山东省济南市历下区. Read from the files that
/// come with the program, with which the table of regions is kept in line.
/// </summary>
public sealed class RegionBook
{
    private const string Kinds = "省市区县";

    private readonly Dictionary<string, RegionName> _byCode;
    private readonly Dictionary<string, List<RegionName>> _byName = new(StringComparer.Ordinal);

    private RegionBook(IEnumerable<RegionName> regions)
    {
        _byCode = regions.ToDictionary(r => r.Code, StringComparer.Ordinal);
        foreach (var region in _byCode.Values)
        {
            foreach (var name in NamesFromAbove(region).Distinct())
            {
                if (!_byName.TryGetValue(name, out var same)) _byName.Add(name, same = []);
                same.Add(region);
            }
        }
    }

    /// <summary>Every name and spelling.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <exception cref="InvalidDataException">A file is broken: names file, row and reason.</exception>
    public static RegionBook Load(DataFolder folder)
    {
        var regions = new List<RegionName>();
        foreach (var path in Directory.GetFiles(Path.Combine(folder.Path, "regions"), "*.csv").Order(StringComparer.Ordinal))
        {
            using var file = ImportFile.Open(path);
            regions.AddRange(RegionTable.Read(file));
        }

        return new RegionBook(regions);
    }

    /// <param name="text">A code, or a name alone or with those above it before it.</param>
    /// <returns>All that may be meant: none when unknown, several when the city has to be said.</returns>
    public IReadOnlyList<RegionName> Find(string text) =>
        _byCode.TryGetValue(text, out var region) ? [region] : _byName.GetValueOrDefault(text) ?? [];

    /// <summary>The region of a code; null when there is none.</summary>
    public RegionName? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The city that a region is, or lies in; null for a province.</summary>
    public RegionName? CityOf(RegionName region) => region.Level switch
    {
        RegionLevel.City => region,
        RegionLevel.County => ByCode(region.ParentCode!),
        _ => null,
    };

    private IEnumerable<string> NamesFromAbove(RegionName region)
    {
        foreach (var name in Spellings(region)) yield return name;
        if (region.ParentCode is not { } parent) yield break;

        foreach (var above in NamesFromAbove(_byCode[parent]))
        {
            foreach (var name in Spellings(region)) yield return above + name;
        }
    }

    /// <summary>With and without what kind of region it is, where two characters are left: 历下区, 历下; but 莘县.</summary>
    private static IEnumerable<string> Spellings(RegionName region)
    {
        yield return region.Name;
        if (region.Name.Length > 2 && Kinds.Contains(region.Name[^1], StringComparison.Ordinal)) yield return region.Name[..^1];
    }
}

/// <summary>A region as the files name it.</summary>
/// <param name="ParentCode">Null for a province.</param>
public sealed record RegionName(string Code, string Name, RegionLevel Level, string? ParentCode);
