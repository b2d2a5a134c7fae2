using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>Forecasts and releases as rows.</summary>
internal static class WeatherTable
{
    /// <summary>From a day on, in order of days.</summary>
    public static Task<List<Forecast>> ForecastsAsync(UnionDb db, DateOnly from, CancellationToken ct) => db.Database.SqlQuery<Forecast>(
        $"""
        SELECT region_code AS "RegionCode", day AS "Day", highest AS "Highest", lowest AS "Lowest", source AS "Source"
          FROM weather_forecast WHERE day >= {from} ORDER BY day, region_code
        """).ToListAsync(ct);

    /// <returns>Null when there is none.</returns>
    public static Task<Forecast?> FindForecastAsync(UnionDb db, string region, DateOnly day, CancellationToken ct) => db.Database.SqlQuery<Forecast>(
        $"""
        SELECT region_code AS "RegionCode", day AS "Day", highest AS "Highest", lowest AS "Lowest", source AS "Source"
          FROM weather_forecast WHERE day = {day} AND region_code = {region}
        """).SingleOrDefaultAsync(ct);

    /// <summary>Keeps forecasts in place of the older ones of the same districts and days.</summary>
    public static Task KeepAsync(UnionDb db, IReadOnlyList<Forecast> forecasts, DateTimeOffset at, CancellationToken ct)
    {
        var (regions, days) = (forecasts.Select(f => f.RegionCode).ToArray(), forecasts.Select(f => f.Day).ToArray());
        var (highest, lowest) = (forecasts.Select(f => f.Highest).ToArray(), forecasts.Select(f => f.Lowest).ToArray());
        var sources = forecasts.Select(f => f.Source).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO weather_forecast (region_code, day, highest, lowest, source, imported_at)
            SELECT r, d, h, l, s, {at} FROM unnest({regions}, {days}, {highest}, {lowest}, {sources}) AS line (r, d, h, l, s)
                ON CONFLICT (day, region_code) DO UPDATE
               SET highest = excluded.highest, lowest = excluded.lowest, source = excluded.source, imported_at = excluded.imported_at
            """, ct);
    }

    /// <summary>From a day on.</summary>
    public static Task<List<WeatherRelease>> ReleasesAsync(UnionDb db, DateOnly from, CancellationToken ct) => db.Database.SqlQuery<WeatherRelease>(
        $"""
        SELECT region_code AS "RegionCode", day AS "Day", met_limit AS "MetLimit", staff_id AS "StaffId", sent_at AS "SentAt", people AS "People"
          FROM weather_release WHERE day >= {from} ORDER BY day, region_code
        """).ToListAsync(ct);
}
