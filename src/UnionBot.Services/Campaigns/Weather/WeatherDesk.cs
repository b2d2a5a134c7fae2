using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>
/// What staff do about hot days: see which districts meet a limit, and release the notice to those who work outdoors there. Each release is
/// one transaction with its entry in the audit; nothing is told without one.
/// </summary>
public sealed class WeatherDesk(UnionDb db, WeatherRules rules, RegionBook regions, AuditLog audit, BusinessClock clock)
{
    /// <summary>Whose decision it is: the weather is no matter of one part of the tree.</summary>
    public static IReadOnlyList<RoleKind> Releasing { get; } = [RoleKind.Approver, RoleKind.Administrator];

    /// <summary>Districts and days from today on that meet a limit, in order of days.</summary>
    public async Task<IReadOnlyList<WeatherDay>> ListAsync(CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(clock.GetUtcNow());
        var forecasts = await WeatherTable.ForecastsAsync(db, today, ct);
        var releases = (await WeatherTable.ReleasesAsync(db, today, ct)).ToDictionary(r => (r.RegionCode, r.Day));
        return [.. forecasts.Select(f => DayOf(f, releases.GetValueOrDefault((f.RegionCode, f.Day)))).OfType<WeatherDay>()];
    }

    /// <summary>Lets those who work outdoors in a district be told on that day, once. A second release before it was told takes the place of the first.</summary>
    /// <returns>Null when it is released.</returns>
    public async Task<WeatherRefusal?> ReleaseAsync(string region, DateOnly day, long staff, string? reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (day < UnionCalendar.DayOf(now)) return WeatherRefusal.Over;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await WeatherTable.FindForecastAsync(db, region, day, ct) is not { } forecast) return WeatherRefusal.NoForecast;
        if (NeedOf(forecast) is not { } need) return WeatherRefusal.NoLimit;

        var kept = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO weather_release (region_code, day, met_limit, staff_id, released_at, people) VALUES ({region}, {day}, {need.Limit}, {staff}, {now}, 0)
                ON CONFLICT (region_code, day) DO UPDATE SET met_limit = excluded.met_limit, staff_id = excluded.staff_id, released_at = excluded.released_at
                 WHERE weather_release.sent_at IS NULL
            """, ct);
        if (kept == 0) return WeatherRefusal.Sent;

        audit.Add(AuditActor.Staff(staff), "weather/released", SubjectOf(region, day), now, reason ?? need.Limit);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes a release back before it was told.</summary>
    /// <returns>Null when it is taken back.</returns>
    public async Task<WeatherRefusal?> WithdrawAsync(string region, DateOnly day, long staff, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Database.ExecuteSqlAsync($"DELETE FROM weather_release WHERE day = {day} AND region_code = {region} AND sent_at IS NULL", ct);
        if (taken == 0)
            return (await WeatherTable.ReleasesAsync(db, day, ct)).Exists(r => r.Day == day && r.RegionCode == region) ? WeatherRefusal.Sent : WeatherRefusal.NotReleased;

        audit.Add(AuditActor.Staff(staff), "weather/withdrawn", SubjectOf(region, day), clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>What a forecast calls for; null on a day like others.</summary>
    internal WeatherNeed? NeedOf(Forecast forecast) =>
        regions.ByCode(forecast.RegionCode) is { } region ? rules.For(region, forecast.Highest, forecast.Lowest, regions) : null;

    private WeatherDay? DayOf(Forecast forecast, WeatherRelease? release) => NeedOf(forecast) is { } need
        ? new WeatherDay(forecast.RegionCode, regions.ByCode(forecast.RegionCode)!.Name, forecast.Day, forecast.Highest, forecast.Lowest, need, StateOf(need, release))
        {
            ReleasedBy = release?.StaffId,
            People = release?.People ?? 0,
        }
        : null;

    private static WeatherState StateOf(WeatherNeed need, WeatherRelease? release) =>
        release is null ? WeatherState.Waiting :
        release.SentAt is not null ? WeatherState.Told :
        release.MetLimit == need.Limit ? WeatherState.Released :
        WeatherState.Overtaken;

    private static string SubjectOf(string region, DateOnly day) => $"weather/{region}/{day:yyyy-MM-dd}";
}

/// <summary>A day in a district that meets a limit.</summary>
/// <param name="Highest">Degrees Celsius; null when it is not forecast.</param>
/// <param name="Lowest">The same.</param>
public sealed record WeatherDay(
    string RegionCode, string Region, DateOnly Day, decimal? Highest, decimal? Lowest, WeatherNeed Need, WeatherState State)
{
    /// <summary>A number of the list of staff; null while nobody has.</summary>
    public long? ReleasedBy { get; init; }

    /// <summary>How many were written to.</summary>
    public int People { get; init; }
}

public enum WeatherState
{
    /// <summary>Nobody has released it: nobody is told.</summary>
    Waiting,
    Released,

    /// <summary>The forecast has changed since it was released: it must be released anew.</summary>
    Overtaken,
    Told,
}

/// <summary>Why a release is refused.</summary>
public enum WeatherRefusal
{
    NoForecast,

    /// <summary>The forecast meets no limit.</summary>
    NoLimit,

    /// <summary>The day is over.</summary>
    Over,

    /// <summary>People have been told.</summary>
    Sent,

    NotReleased,
}
