using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>
/// Makes the tokens by which vacancies are found: PostgreSQL has no word breaker for Chinese, so words are cut here, the
/// same way for vacancies and for wishes.
/// </summary>
public sealed class VacancyIndex(TradeTable trades)
{
    /// <summary>About five kilometres: the side of a cell of the map.</summary>
    private const double CellDegrees = 0.05;

    /// <summary>The trade in the words of <c>trades.txt</c>, from the column of trades, else from the title.</summary>
    /// <returns>What the column says when no trade is known; null when it says nothing either.</returns>
    public string? TradeOf(string? column, string title) =>
        TradesIn(column ?? "").FirstOrDefault() ?? TradesIn(title).FirstOrDefault() ?? column;

    public string[] TokensOf(VacancyFacts facts)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        tokens.UnionWith(TradesIn($"{facts.Title}\n{facts.Trade}").Select(Trade));
        tokens.UnionWith(Pairs(facts.Title).Concat(Pairs(facts.Trade)).Select(Word));
        tokens.UnionWith(Pairs(facts.Street).Concat(Pairs(facts.Address)).Select(Street));
        tokens.Add(Region(facts.RegionCode));
        tokens.Add(City(facts.RegionCode));
        if (facts is { Latitude: { } latitude, Longitude: { } longitude }) tokens.Add(Cell(latitude, longitude));
        else tokens.Add(Unplaced(facts.RegionCode));

        tokens.UnionWith(Traits(facts.Pay.Unit == PayUnit.Piece ? facts.Traits | VacancyTraits.PieceRate : facts.Traits));
        tokens.UnionWith(Denials(facts.Denied));
        return [.. tokens];
    }

    /// <summary>The trades a text names, by their first names.</summary>
    public IEnumerable<string> TradesIn(string text) => trades.In(TextNormaliser.Normalise(text)).Select(t => t.Trade.Name).Distinct();

    public static string Trade(string name) => $"t:{name}";

    public static string Word(string pair) => $"w:{pair}";

    public static string Street(string pair) => $"s:{pair}";

    public static string Region(string code) => $"d:{code}";

    public static string City(string code) => $"c:{code[..4]}";

    /// <summary>In a district, at no place that is known more exactly.</summary>
    public static string Unplaced(string code) => $"n:{code}";

    public static IEnumerable<string> Traits(VacancyTraits traits) => Each(traits).Select(t => $"f:{t}");

    public static IEnumerable<string> Denials(VacancyTraits traits) => Each(traits).Select(t => $"x:{t}");

    /// <summary>How many rings of cells reach as far as this in every direction.</summary>
    public static int RingsOver(double latitude, double kilometres) =>
        (int)Math.Ceiling(kilometres / (CellDegrees * VacancyRanking.KilometresOfDegree * Math.Cos(latitude * Math.PI / 180)));

    /// <summary>The cells around a place.</summary>
    /// <param name="rings">1 for about five kilometres, 2 for ten.</param>
    public static IEnumerable<string> Around(double latitude, double longitude, int rings)
    {
        for (var north = -rings; north <= rings; north++)
        {
            for (var east = -rings; east <= rings; east++)
            {
                yield return Cell(latitude + (north * CellDegrees), longitude + (east * CellDegrees));
            }
        }
    }

    /// <summary>保洁员 → 保洁, 洁员; letters and digits only. One character alone is itself.</summary>
    public static IEnumerable<string> Pairs(string? text)
    {
        if (text is null) return [];

        var plain = string.Concat(TextNormaliser.Normalise(text).ToLowerInvariant().Where(char.IsLetterOrDigit));
        return plain.Length < 2 ? [plain] : Enumerable.Range(0, plain.Length - 1).Select(i => plain.Substring(i, 2));
    }

    private static string Cell(double latitude, double longitude) => string.Create(
        CultureInfo.InvariantCulture, $"g:{(int)Math.Floor(latitude / CellDegrees)}:{(int)Math.Floor(longitude / CellDegrees)}");

    private static IEnumerable<VacancyTraits> Each(VacancyTraits traits) =>
        Enum.GetValues<VacancyTraits>().Where(t => t != VacancyTraits.None && (traits & t) != 0);
}
