using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads where somebody wants to work and where not: districts by the bot's understanding or their short names, roads and quarters.</summary>
internal sealed class PlaceReader
{
    private readonly TradeTable _trades;
    private readonly RegionBook _regions;
    private readonly Negation _negation;
    private readonly PlaceWords _words;
    private readonly QuarterReader _quarters;
    private readonly WordFinder<string> _names;

    private PlaceReader(TradeTable trades, RegionBook regions, Negation negation, PlaceWords words, QuarterReader quarters)
    {
        (_trades, _regions, _negation, _words, _quarters) = (trades, regions, negation, words, quarters);
        _names = new WordFinder<string>(regions.Names.Where(n => n.Length > 1).Select(n => KeyValuePair.Create(n, n)));
    }

    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static PlaceReader Load(DataFolder folder, TradeTable trades, RegionBook regions, Negation negation)
    {
        var words = PlaceWords.Load(folder);
        return new PlaceReader(trades, regions, negation, words, QuarterReader.Load(folder, regions, words));
    }

    /// <param name="text">In plain Chinese.</param>
    /// <param name="before">Codes of the regions that were wanted before: of several 市中区 the one in their city is meant.</param>
    /// <returns>The wish with what was said of places.</returns>
    public VacancyWish Read(
        VacancyWish said, string text, IReadOnlyList<string> before, Interpreter interpreter, DateTimeOffset at, out UnclearPlace? unclear)
    {
        var judged = _negation.Judge(text, RegionsIn(text)).ToList();
        var notCodes = judged.Where(r => r.IsDenied).SelectMany(r => _regions.Find(r.Word.Meaning)).Select(r => r.Code).Distinct().ToList();
        var codes = new List<string>();
        unclear = null;
        foreach (var part in text.Split(_words.Between, StringSplitOptions.RemoveEmptyEntries))
        {
            switch (RegionIn(part, interpreter, at) is { } name ? _regions.Find(name) : [])
            {
                case [var one] when !notCodes.Contains(one.Code): codes.Add(one.Code); break;
                case [_, _, ..] several when InCityOf([.. codes, .. before], several) is { } near: codes.Add(near.Code); break;
                case [_, _, ..] several: unclear = Unclear(several[0].Name, several); break;
            }
        }

        var (quarter, notQuarter) = QuarterIn(text, judged.Select(r => r.Word));
        if (quarter?.DistrictCode is { } district && !codes.Exists(IsDistrict)) (codes, unclear) = ([district], null);
        return said with
        {
            Regions = [.. codes.Distinct()],
            NotRegions = notCodes,
            Quarter = quarter?.Name,
            NotQuarters = notQuarter is null ? [] : [notQuarter.Name],
        };
    }

    /// <summary>Regions by any of their names, refused ones too.</summary>
    public IEnumerable<FoundWord<string>> RegionsIn(string text) => _names.In(text)
        .Where(r => !_words.NotRegionBefore.Any(word => text.AsSpan(r.End).StartsWith(word, StringComparison.Ordinal)));

    /// <summary>
    /// What becomes of the places before when 高新区 is said, which is no district of the tables and lies in the same city: it takes
    /// the place of a district.
    /// </summary>
    public VacancyWish Widen(VacancyWish changed, VacancyWish said) =>
        said is not { Regions: [], Quarter: { } quarter } || !_words.Alone.Contains(quarter) ? changed : changed with
        {
            Regions = [.. changed.Regions.Select(_regions.ByCode).OfType<RegionName>().Select(_regions.CityOf).OfType<RegionName>().Select(c => c.Code).Distinct()],
        };

    /// <summary>The region a part of a sentence is about, as the bot's understanding reads it; else any by its short name.</summary>
    private string? RegionIn(string part, Interpreter interpreter, DateTimeOffset at) =>
        interpreter.SlotsFor(Intent.FindVacancy, part, at).Text(SlotNames.District) ?? RegionsIn(part).FirstOrDefault().Meaning;

    /// <summary>The only one of several that lies in a city of these regions; null when that does not tell.</summary>
    private RegionName? InCityOf(IEnumerable<string> codes, IReadOnlyList<RegionName> several)
    {
        var cities = codes.Select(_regions.ByCode).OfType<RegionName>().Select(_regions.CityOf).OfType<RegionName>().Select(c => c.Code).ToHashSet();
        var near = several.Where(r => _regions.CityOf(r) is { } city && cities.Contains(city.Code)).ToList();
        return near is [var only] ? only : null;
    }

    private bool IsDistrict(string code) => _regions.ByCode(code)?.Level is RegionLevel.County;

    /// <summary>A road or quarter that is wanted, or one that is not: 除了临港.</summary>
    private (Quarter? Wanted, Quarter? Refused) QuarterIn(string text, IEnumerable<FoundWord<string>> places)
    {
        var rest = text.ToCharArray();
        foreach (var (start, end, _) in places) rest.AsSpan(start..end).Fill('，');
        foreach (var (_, start, end) in _trades.In(text)) rest.AsSpan(start..end).Fill('，');
        if (_quarters.Read(text, new string(rest)) is not { } found) return (null, null);

        return _negation.Judge(text, [found]).Single().IsDenied ? (null, found.Meaning) : (found.Meaning, null);
    }

    private UnclearPlace Unclear(string name, IReadOnlyList<RegionName> several) => new(
        name, [.. several.Select(r => r.Code)], [.. several.Select(r => $"{_regions.CityOf(r)?.Name}{r.Name}")]);
}
