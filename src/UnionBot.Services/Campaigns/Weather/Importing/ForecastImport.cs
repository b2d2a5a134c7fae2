using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather.Importing;

/// <summary>Imports forecasts by district and day. A row takes the place of the older forecast of the same district and day.</summary>
public sealed class ForecastImport(UnionDb db, ImportRunner runner, ImportWords words, RegionBook regions, WeatherDesk desk, BusinessClock clock)
{
    public const string Kind = "weather";

    private const int MostNamed = 20;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (run, report, stop) => TakeAsync(file, report, run.At, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, DateTimeOffset at, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(clock.GetUtcNow());
        var columns = new ForecastColumns(words.Table(Kind), regions, today);
        var known = (await WeatherTable.ForecastsAsync(db, today, ct)).ToDictionary(f => (f.RegionCode, f.Day));
        var (taken, hot) = (new Dictionary<(string, DateOnly), Forecast>(), new List<string>());
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            var forecast = new Forecast(row.Region, row.Day, row.Highest, row.Lowest, row.Source);
            var problem = row.Problem ?? (taken.TryAdd((row.Region, row.Day), forecast) ? null : ForecastProblem.Twice);
            if (problem is { } wrong) report.Add(new ImportFault(row.Number, null, wrong));
            else if (desk.NeedOf(forecast) is { } need) hot.Add($"{row.Day:yyyy-MM-dd} {regions.ByCode(row.Region)!.Name} {need.Limit}");
        }

        if (hot.Count > 0) report.Notice(new ImportNotice(ImportNoticeKind.WeatherToRelease, [.. hot.Take(MostNamed)]));
        await WeatherTable.KeepAsync(db, [.. taken.Values], at, ct);

        var added = taken.Keys.Count(key => !known.ContainsKey(key));
        var unchanged = taken.Count(pair => known.GetValueOrDefault(pair.Key) == pair.Value);
        return new ImportCounts(added, taken.Count - added - unchanged, unchanged);
    }
}
