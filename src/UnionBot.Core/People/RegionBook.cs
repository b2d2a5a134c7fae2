using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>All regions by code and by the names people write: 历下区, 历下, 济南历下区, 山东省济南市历下区.</summary>
public sealed class RegionBook
{
    private const string Kinds = "省市区县";

    private readonly Dictionary<string, Region> _byCode;
    private readonly Dictionary<string, List<Region>> _byName = new(StringComparer.Ordinal);

    private RegionBook(IEnumerable<Region> regions)
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

    public static async Task<RegionBook> LoadAsync(UnionDb db, CancellationToken ct) =>
        new(await db.Set<Region>().AsNoTracking().ToListAsync(ct));

    /// <param name="text">A code, or a name alone or with those above it before it.</param>
    /// <returns>All that may be meant: none when unknown, several when the city has to be said.</returns>
    public IReadOnlyList<Region> Find(string text) =>
        _byCode.TryGetValue(text, out var region) ? [region] : _byName.GetValueOrDefault(text) ?? [];

    /// <summary>The region of a code; null when there is none.</summary>
    public Region? ByCode(string code) => _byCode.GetValueOrDefault(code);

    private IEnumerable<string> NamesFromAbove(Region region)
    {
        foreach (var name in Spellings(region)) yield return name;
        if (region.ParentCode is not { } parent) yield break;

        foreach (var above in NamesFromAbove(_byCode[parent]))
        {
            foreach (var name in Spellings(region)) yield return above + name;
        }
    }

    /// <summary>With and without what kind of region it is, where two characters are left: 历下区, 历下; but 莘县.</summary>
    private static IEnumerable<string> Spellings(Region region)
    {
        yield return region.Name;
        if (region.Name.Length > 2 && Kinds.Contains(region.Name[^1], StringComparison.Ordinal)) yield return region.Name[..^1];
    }
}
