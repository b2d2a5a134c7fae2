using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Campaigns.Reports;

/// <summary>How a report names its figures, and the sentence for the press: <c>templates/reports/campaigns.yaml</c>.</summary>
public sealed partial class ReportWords
{
    private const decimal FenInTenThousand = 1_000_000;

    private readonly Dictionary<string, (string Title, string Unit)> _figures;
    private readonly string _opening;
    private readonly string[] _parts;

    private ReportWords(Dictionary<string, (string Title, string Unit)> figures, string opening, string[] parts) => (_figures, _opening, _parts) = (figures, opening, parts);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static ReportWords Load(DataFolder folder)
    {
        var top = DataFile.Read(Path.Combine(folder.Path, "reports", "campaigns.yaml")).Sections("figures", "press");
        var keys = CampaignFigure.All.Select(figure => figure.Key).ToList();
        var figures = keys.Zip(top[0].Sections(keys)).ToDictionary(f => f.First, f => f.Second.Sections("title", "unit") is [var title, var unit] ? (title.Text(), unit.Text()) : default);
        var press = top[1].Sections("opening", "parts");
        foreach (var part in press[1].Items())
        {
            if (Field().Matches(part.Text()) is not [{ } only] || !keys.Contains(only.Groups["key"].Value)) throw part.Broken("Expected one figure in braces, like {households}.");
        }

        return new ReportWords(figures, press[0].Text(), [.. press[1].Items().Select(part => part.Text())]);
    }

    public string TitleOf(string key) => _figures[key].Title;

    public string UnitOf(string key) => _figures[key].Unit;

    /// <summary>Money in 万元, everything else as counted.</summary>
    public static string NumberOf(ReadFigure figure) => figure.Unit is FigureUnit.Money
        ? (figure.Value / FenInTenThousand).ToString("0.####", CultureInfo.InvariantCulture)
        : figure.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>截至2月12日，济南市总工会…: each number as it stands in the report; what is nothing is not said.</summary>
    /// <param name="day">In China.</param>
    public string Press(string union, string campaign, DateOnly day, IReadOnlyList<ReadFigure> figures)
    {
        var numbers = figures.Where(figure => figure.Value > 0).ToDictionary(figure => figure.Key, NumberOf);
        var parts = _parts.Select(part => (Text: part, Key: Field().Match(part).Groups["key"].Value))
            .Where(part => numbers.ContainsKey(part.Key))
            .Select(part => part.Text.Replace($"{{{part.Key}}}", numbers[part.Key], StringComparison.Ordinal));
        var opening = _opening
            .Replace("{day}", day.ToString("M月d日", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{union}", union, StringComparison.Ordinal)
            .Replace("{campaign}", campaign, StringComparison.Ordinal);
        return $"{opening}{string.Join('，', parts)}。";
    }

    [GeneratedRegex(@"\{(?<key>[a-z-]+)\}")]
    private static partial Regex Field();
}
