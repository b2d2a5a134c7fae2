using System.Globalization;
using System.Text;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather.Importing;

/// <summary>The columns of a forecast.</summary>
internal sealed class ForecastColumns(TableWords words, RegionBook regions, DateOnly today)
{
    /// <summary>No forecast reaches farther.</summary>
    private const int MostDaysAhead = 60;

    private const decimal Furthest = 60;

    public static ImportTable Table { get; } = new(
        ForecastImport.Kind, [nameof(Region), nameof(Day), nameof(Highest), nameof(Lowest), nameof(Source)], [], typeof(ForecastProblem));

    private ImportColumn<string> Region { get; } = words.Column(nameof(Region), text => CodeOf(text, regions), isRequired: true);

    private ImportColumn<DateOnly?> Day { get; } = words.Column(nameof(Day), text => DayOf(text, today), isRequired: true);

    private ImportColumn<decimal?> Highest { get; } = words.Column(nameof(Highest), Degrees);

    private ImportColumn<decimal?> Lowest { get; } = words.Column(nameof(Lowest), Degrees);

    private ImportColumn<string> Source { get; } = words.Column(nameof(Source), ImportParsers.Text(Forecast.LongestSource));

    public IReadOnlyList<ImportColumn> All => [Region, Day, Highest, Lowest, Source];

    public ForecastRow Read(ImportRow row) =>
        new(row.Number, row.Get(Region)!, row.Get(Day)!.Value, row.Get(Highest), row.Get(Lowest), row.Get(Source));

    private static ImportCell<string> CodeOf(string text, RegionBook regions) => regions.Find(text) switch
    {
        [] => ImportCell.Bad<string>(ImportProblem.RegionUnknown),
        [{ Level: RegionLevel.Province }] => ImportCell.Bad<string>(ForecastProblem.RegionTooWide),
        [var one] => one.Code,
        _ => ImportCell.Bad<string>(ForecastProblem.RegionAmbiguous),
    };

    private static ImportCell<DateOnly?> DayOf(string text, DateOnly today)
    {
        var day = ImportParsers.Day(today.AddYears(-1), today.AddDays(MostDaysAhead))(text);
        return day is { Reason: null, Value: { } found } && found < today ? ImportCell.Bad<DateOnly?>(ForecastProblem.Over) : day;
    }

    private static ImportCell<decimal?> Degrees(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('−', '-').Replace("°C", "", StringComparison.Ordinal).TrimEnd('度', ' ');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= Furthest
            ? Math.Round(degrees, 1)
            : ImportCell.Bad<decimal?>(ForecastProblem.Degrees);
    }
}

internal sealed record ForecastRow(int Number, string Region, DateOnly Day, decimal? Highest, decimal? Lowest, string? Source)
{
    /// <summary>What is wrong between its cells; null when nothing is.</summary>
    public ForecastProblem? Problem =>
        Highest is null && Lowest is null ? ForecastProblem.NoDegrees :
        Highest < Lowest ? ForecastProblem.Reversed :
        null;
}

/// <summary>What can be wrong with a row of a forecast. Worded by <c>templates/imports/weather.yaml</c>.</summary>
internal enum ForecastProblem
{
    RegionAmbiguous,
    RegionTooWide,
    Degrees,
    NoDegrees,
    Reversed,
    Twice,
    Over,
}
