using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Districts by the names people have for them: 历下 is 历下区. From <c>templates/regions</c> and <c>words/places.yaml</c>.</summary>
internal sealed class DistrictTable
{
    private readonly WordTrie<District> _names = new();
    private readonly HashSet<string> _twice = new(StringComparer.Ordinal);

    private DistrictTable()
    {
    }

    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static DistrictTable Load(string regions, string places)
    {
        var table = new DistrictTable();
        var all = Directory.Exists(regions)
            ? Directory.GetFiles(regions, "*.csv").Order(StringComparer.Ordinal).SelectMany(ReadRegions).ToList()
            : throw new BrokenFileException(regions, 1, "The folder is missing.");
        table.ReadPlaces(places, all);
        return table;
    }

    /// <summary>The longest name of a district that begins at the beginning of a text.</summary>
    /// <param name="district">Without a name where the text only looks like one: 市中心.</param>
    public bool TryLongest(ReadOnlySpan<char> text, out int length, out District district) =>
        _names.TryLongest(text, out length, out district);

    /// <summary>Whether districts of two cities have this name.</summary>
    public bool IsTwice(string name) => _twice.Contains(name);

    private static IEnumerable<District> ReadRegions(string path)
    {
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in LineFile.Read(path))
        {
            if (line.Text.StartsWith("code,", StringComparison.Ordinal)) continue;
            if (line.Text.Split(',') is not [var code, var name, var level, var parent]) throw line.Broken("Expected code, name, level, parent.");

            if (level == "city") cities.Add(code, name);
            if (level != "province") yield return new District(name, level == "city" ? null : cities.GetValueOrDefault(parent));
        }
    }

    private void ReadPlaces(string path, IReadOnlyList<District> all)
    {
        var fields = DataFile.Read(path).Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        _twice.UnionWith(fields["twice"].Words().Select(w => w.Word));
        var notShort = fields["not-short"].Words().Select(w => w.Word).ToHashSet(StringComparer.Ordinal);

        // Cities first: 东营 is the city, not the district of that name.
        foreach (var district in all.OrderBy(d => d.City is not null)) Add(district, notShort);
        foreach (var district in all.Where(d => d.City is not null && _twice.Contains(d.Name))) AddWithCity(district, district.City!);
        foreach (var (word, _) in fields["no-place"].Words()) _names.TryAdd(word, default);
        foreach (var (name, words) in fields["also"].Entries())
        {
            var district = all.FirstOrDefault(d => d.Name == name);
            if (district.Name is null) district = new District(name, "");
            foreach (var (word, _) in words.Words()) _names.TryAdd(word, district);
        }
    }

    /// <summary>济南市中区: the city and the district share a character when both are short.</summary>
    private void AddWithCity(District district, string city)
    {
        var whole = district with { Name = city + district.Name };
        foreach (var cityName in (string[])[city, city[..^1]])
        {
            _names.TryAdd(cityName + district.Name, whole);
            _names.TryAdd(cityName + district.Name[..^1], whole);
        }
    }

    private void Add(District district, HashSet<string> notShort)
    {
        _names.TryAdd(district.Name, district);
        var shortName = district.Name[..^1];
        if (shortName.Length > 1 && !notShort.Contains(shortName)) _names.TryAdd(shortName, district);
    }
}

/// <summary>A city or one of its districts, by its official name.</summary>
/// <param name="City">The city it belongs to; null for a city itself, "" where it is not known.</param>
internal readonly record struct District(string Name, string? City);
